package org.watchfloor.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.server.Signal;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.Phase;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.model.Reason;

/** Kept sessions and commands against a real server on loopback. */
@NullMarked
class SshSessionsTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private TestSshd sshd;
    private SshSessions sessions;

    @BeforeEach
    void start() throws Exception {
        sshd = new TestSshd();
        Files.createDirectories(home.resolve(".ssh"));
        sshd.trustIn(home.resolve(".ssh/known_hosts"));
        sessions = new SshSessions(
                SshTestFiles.in(home), Thread.ofVirtual().name("ssh-", 0).factory(), PoolLimits.DEFAULT);
    }

    @AfterEach
    void stop() throws Exception {
        sessions.close();
        sshd.close();
    }

    @Test
    void runsACommandAndMeasuresThePhases() throws Exception {
        SshResult result = exec("print hello", AMPLE);

        assertThat(result).isInstanceOfSatisfying(SshResult.Exited.class, exited -> {
            assertThat(exited.exit()).isZero();
            assertThat(exited.stdout()).isEqualTo(new SshOutput("hello", false));
            assertThat(exited.timings().phases())
                    .containsOnlyKeys(Phase.NAME, Phase.CONNECT, Phase.AUTH, Phase.COMMAND);
        });
    }

    @Test
    void keepsTheSessionForTheNextCommand() throws Exception {
        exec("print one", AMPLE);
        SshResult second = exec("print two", AMPLE);

        assertThat(sshd.logins()).isEqualTo(1);
        assertThat(second.timings().phases()).containsOnlyKeys(Phase.COMMAND);
    }

    @Test
    void cutsAHangingCommandAndDropsItsSession() throws Exception {
        exec("print warm", AMPLE);
        long begun = System.nanoTime();

        SshResult result = exec("hang", Duration.ofMillis(400));

        assertThat(result)
                .isInstanceOfSatisfying(
                        SshResult.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.RESPONSE_TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(sessions.idleSessions()).isZero();
    }

    @Test
    void opensTheSessionAnewAfterTheServerHasDroppedIt() throws Exception {
        exec("print one", AMPLE);
        sshd.dropSessions();

        SshResult second = exec("print two", AMPLE);

        assertThat(second).isInstanceOf(SshResult.Exited.class);
        assertThat(sshd.logins()).isEqualTo(2);
    }

    @Test
    void dialsAnewWhenAKeptSessionHasDiedInSilence() throws Exception {
        try (FreezingRelay relay = new FreezingRelay(sshd.port())) {
            Files.writeString(
                    home.resolve("pins"), sshd.knownHostsLine().replace(":" + sshd.port(), ":" + relay.port()) + "\n");
            SshTarget target = SshTestFiles.byPassword(relay.port(), TestSshd.PASSWORD);
            sessions.exec(target, SshCommand.of("print one"), AMPLE);
            relay.forget();

            SshResult second = sessions.exec(target, SshCommand.of("print two"), Duration.ofSeconds(4));

            assertThat(second).isInstanceOf(SshResult.Exited.class);
            assertThat(second.timings().phases()).containsKey(Phase.CONNECT);
            assertThat(sshd.logins()).isEqualTo(2);
        }
    }

    @Test
    void doubtsAKeptSessionForALittleOnlyWhateverTimeTheCommandHas() throws Exception {
        try (FreezingRelay relay = new FreezingRelay(sshd.port())) {
            Files.writeString(
                    home.resolve("pins"), sshd.knownHostsLine().replace(":" + sshd.port(), ":" + relay.port()) + "\n");
            SshTarget target = SshTestFiles.byPassword(relay.port(), TestSshd.PASSWORD);
            sessions.exec(target, SshCommand.of("print one"), AMPLE);
            relay.forget();

            SshResult second = sessions.exec(target, SshCommand.of("print two"), Duration.ofHours(1));

            assertThat(second).isInstanceOf(SshResult.Exited.class);
        }
    }

    @Test
    void tellsAListenerAllThatComes() throws Exception {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();

        SshResult result = sessions.exec(target(), new SshCommand("flood 64", "", 10, heard::write), AMPLE);

        assertThat(heard.toByteArray()).asString(StandardCharsets.US_ASCII).isEqualTo("x".repeat(64 * 1024));
        assertThat(result)
                .isInstanceOfSatisfying(
                        SshResult.Exited.class,
                        exited -> assertThat(exited.stdout()).isEqualTo(new SshOutput("x".repeat(10), true)));
    }

    @Test
    void tellsAConnectionThatEndsInTheMiddleOfACommand() throws Exception {
        SshResult result = exec("cut", AMPLE);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SshResult.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.CUT_OFF));
    }

    @Test
    void feedsTheInputAndClosesIt() throws Exception {
        SshResult result = sessions.exec(target(), new SshCommand("cat", "line\n", 1024), AMPLE);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SshResult.Exited.class,
                        exited -> assertThat(exited.stdout()).isEqualTo(new SshOutput("line\n", false)));
    }

    @Test
    void keepsTheBeginningOfALongOutput() throws Exception {
        SshResult result = sessions.exec(target(), new SshCommand("flood 4096", "", 1000), AMPLE);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SshResult.Exited.class,
                        exited -> assertThat(exited.stdout()).isEqualTo(new SshOutput("x".repeat(1000), true)));
    }

    @Test
    void tellsExitCodesAndComplaints() throws Exception {
        assertThat(exec("exit 3", AMPLE))
                .isInstanceOfSatisfying(
                        SshResult.Exited.class,
                        exited -> assertThat(exited.exit()).isEqualTo(3));
        assertThat(exec("complain no", AMPLE)).isInstanceOfSatisfying(SshResult.Exited.class, exited -> {
            assertThat(exited.exit()).isEqualTo(2);
            assertThat(exited.stderr().text()).isEqualTo("no");
        });
    }

    @Test
    void opensAtMostFourSessionsWhenManyAreBusy() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SshResult>> results = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                results.add(callers.submit(() -> exec("print x", AMPLE)));
            }
            for (Future<SshResult> result : results) {
                assertThat(result.get()).isInstanceOf(SshResult.Exited.class);
            }
        }

        assertThat(sshd.logins()).isBetween(1, Lane.MAX_SESSIONS);
        assertThat(sessions.idleSessions()).isEqualTo(sshd.logins());
    }

    @Test
    void saysSoWhenAllSessionsAreBusyTheWholeTime() throws Exception {
        List<Thread> hanging = new ArrayList<>();
        for (int i = 0; i < Lane.MAX_SESSIONS; i++) {
            hanging.add(Thread.startVirtualThread(() -> execQuietly("hang")));
        }
        await().until(() -> sshd.logins() == Lane.MAX_SESSIONS);

        SshResult result = exec("print x", Duration.ofMillis(200));

        assertThat(result)
                .isInstanceOfSatisfying(
                        SshResult.Failed.class,
                        failed -> assertThat(failed.message()).contains("busy"));
        hanging.forEach(Thread::interrupt);
    }

    @Test
    void dropsTheSessionWhenTheCallerIsStopped() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread caller = Thread.startVirtualThread(() -> interrupted.set(execQuietly("hang")));
        await().until(() -> sshd.logins() == 1);

        caller.interrupt();
        caller.join();

        assertThat(interrupted).isTrue();
        await().until(() -> sshd.server().getActiveSessions().isEmpty());
    }

    @Test
    void asksTheServerToEndACommandThatIsGivenUp() throws Exception {
        exec("print warm", AMPLE);

        exec("hang", Duration.ofMillis(400));

        await().until(() -> sshd.signals().equals(List.of(Signal.KILL)));
        await().until(() -> sshd.server().getActiveSessions().isEmpty());
        Thread caller = Thread.startVirtualThread(() -> execQuietly("hang"));
        await().until(() -> sshd.logins() == 2);
        caller.interrupt();
        await().until(() -> sshd.signals().equals(List.of(Signal.KILL, Signal.KILL)));
    }

    @Test
    void closesIdleSessions() throws Exception {
        try (SshSessions impatient = new SshSessions(
                SshTestFiles.in(home),
                Thread.ofVirtual().factory(),
                new PoolLimits(Duration.ofMillis(50), Duration.ofHours(1)))) {
            impatient.exec(target(), SshCommand.of("print x"), AMPLE);

            await().until(() -> impatient.idleSessions() == 0);
            await().until(() -> sshd.server().getActiveSessions().isEmpty());
        }
    }

    @Test
    void keepsNoSessionAfterItIsClosed() throws Exception {
        exec("print x", AMPLE);

        sessions.close();

        await().until(() -> sshd.server().getActiveSessions().isEmpty());
        assertThat(sessions.idleSessions()).isZero();
        exec("print late", AMPLE);
        assertThat(sessions.idleSessions()).isZero();
    }

    /** True if the call was interrupted. */
    private boolean execQuietly(String line) {
        try {
            exec(line, AMPLE);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private SshResult exec(String line, Duration timeout) throws InterruptedException {
        return sessions.exec(target(), SshCommand.of(line), timeout);
    }

    private SshTarget target() {
        return SshTestFiles.byPassword(sshd.port(), TestSshd.PASSWORD);
    }
}
