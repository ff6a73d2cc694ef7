package org.watchfloor.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.PoolFigures;
import org.watchfloor.model.PoolLimits;

/** What is counted of kept sessions, and how long they are kept, against a real server on loopback. */
@NullMarked
class SshPoolTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);

    @TempDir
    private Path home;

    private TestSshd sshd;
    private SshSessions sessions;

    @BeforeEach
    void start() throws Exception {
        sshd = new TestSshd();
        Files.createDirectories(home.resolve(".ssh"));
        sshd.trustIn(home.resolve(".ssh/known_hosts"));
        sessions = new SshSessions(SshTestFiles.in(home), Thread.ofVirtual().factory(), PoolLimits.DEFAULT);
    }

    @AfterEach
    void stop() throws Exception {
        sessions.close();
        sshd.close();
    }

    @Test
    void countsASessionThatIsOpenedKeptAndUsedAgain() throws Exception {
        exec("print one");
        exec("print two");

        PoolFigures figures = sessions.figures();
        assertThat(figures.total()).isEqualTo(1);
        assertThat(figures.idle()).isEqualTo(1);
        assertThat(figures.created()).isEqualTo(1);
        assertThat(figures.acquisition().calls()).isEqualTo(2);
        assertThat(figures.acquisition().longest()).isPositive();
        assertThat(figures.waiting() + figures.destroyed() + figures.failed()).isZero();
    }

    @Test
    void countsWhoIsAtWorkAndWhoWaitsForAPlace() throws Exception {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < Lane.MAX_SESSIONS + 2; i++) {
            callers.add(Thread.startVirtualThread(() -> execQuietly("hang")));
        }

        await().until(() -> sessions.figures().active() == Lane.MAX_SESSIONS
                && sessions.figures().waiting() == 2);
        callers.forEach(Thread::interrupt);
        await().until(() ->
                sessions.figures().total() == 0 && sessions.figures().waiting() == 0);
        assertThat(sessions.figures().failed()).isEqualTo(2);
        assertThat(sessions.figures().destroyed()).isEqualTo(sessions.figures().created());
    }

    @Test
    void countsALoginThatIsRefused() throws Exception {
        sessions.exec(SshTestFiles.byPassword(sshd.port(), "wrong"), SshCommand.of("print x"), AMPLE);

        assertThat(sessions.figures().failed()).isEqualTo(1);
        assertThat(sessions.figures().created()).isZero();
    }

    @Test
    void closesTheSessionsOfATargetThatIsNotWatchedAnyMore() throws Exception {
        exec("print one");

        sessions.keepOnly(Set.of(target()), PoolLimits.DEFAULT);
        assertThat(sessions.idleSessions()).isEqualTo(1);
        sessions.keepOnly(Set.of(), PoolLimits.DEFAULT);

        await().until(() -> sshd.server().getActiveSessions().isEmpty());
        await().until(() -> sessions.figures().destroyed() == 1);
        assertThat(sessions.figures().total()).isZero();
    }

    @Test
    void keepsNoSessionThatWorkedForATargetThatIsNotWatchedAnyMore() throws Exception {
        Thread work = Thread.startVirtualThread(() -> execQuietly("hang"));
        await().until(() -> sessions.figures().acquisition().calls() == 1);
        sessions.keepOnly(Set.of(), PoolLimits.DEFAULT);
        assertThat(sessions.figures().active()).isEqualTo(1);
        work.interrupt();
        work.join();

        await().until(() -> sshd.server().getActiveSessions().isEmpty());
        assertThat(sessions.figures().idle()).isZero();
    }

    @Test
    void endsASessionThatIsOldAfterItsCommand() throws Exception {
        sessions.keepOnly(Set.of(), new PoolLimits(AMPLE, Duration.ofNanos(1)));
        exec("print one");
        exec("print two");

        assertThat(sshd.logins()).isEqualTo(2);
        await().until(() -> sessions.figures().destroyed() == 2);
    }

    private void execQuietly(String line) {
        try {
            sessions.exec(target(), SshCommand.of(line), AMPLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void exec(String line) throws InterruptedException {
        assertThat(sessions.exec(target(), SshCommand.of(line), AMPLE)).isInstanceOf(SshResult.Exited.class);
    }

    private SshTarget target() {
        return SshTestFiles.byPassword(sshd.port(), TestSshd.PASSWORD);
    }
}
