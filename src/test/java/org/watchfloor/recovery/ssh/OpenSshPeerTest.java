package org.watchfloor.recovery.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.recovery.Texts;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Values;
import org.watchfloor.ssh.OpenSshd;
import org.watchfloor.ssh.SshFiles;
import org.watchfloor.ssh.SshLogin;
import org.watchfloor.ssh.SshSessions;

/** Steps on the real OpenSSH server of this machine. */
@Tag("peers")
class OpenSshPeerTest {
    private static final Duration AMPLE = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    private OpenSshd sshd;
    private SshSessions sessions;
    private Path key = Path.of("");

    @BeforeEach
    void start() throws Exception {
        sshd = OpenSshd.start(home);
        key = sshd.newKey("ed25519");
        sshd.trustIn(home.resolve("pins"), "ed25519");
        SshFiles files = new SshFiles(
                home,
                home.resolve("system_known_hosts"),
                home.resolve("pins"),
                Optional.empty(),
                System.getProperty("user.name"));
        sessions = new SshSessions(files, Thread.ofVirtual().name("ssh-", 0).factory(), PoolLimits.DEFAULT);
    }

    @AfterEach
    void stop() {
        sessions.close();
        sshd.close();
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.recovery.Texts#hostile")
    void handsOverHostileValuesAsTheyAre(String value) throws Exception {
        Path show = Files.writeString(home.resolve("show.sh"), "cd " + home + "; printf '<%s>' \"$@\"\n");
        SshStep command = step("cd " + home + "; printf '<%s>' {{value}} x={{value}}", Optional.empty());
        SshStep script = step("{{value}} x={{value}}", Optional.of(show));

        for (SshStep step : List.of(command, script)) {
            assertThat(run(step, Texts.value(value), AMPLE).output()).isEqualTo("<" + value + "><x=" + value + ">");
        }
        assertThat(home.resolve("proof")).doesNotExist();
    }

    @Test
    void endsWithAScriptThatReadsNoFurther() throws Exception {
        Path script = Files.writeString(home.resolve("long.sh"), "exit 4\n" + "# comment\n".repeat(500_000));

        assertThat(run(step("", Optional.of(script)), Values.NONE, AMPLE)).isEqualTo(StepEnd.failed("exit code 4"));
    }

    @Test
    void endsOnTheHostWhatItEndsHere() throws Exception {
        assumeFalse("root".equals(System.getProperty("user.name")), "sshd up to 9.7 sends no signals for root");
        Path pids = home.resolve("pids");
        SshStep endless = step("echo $$ >> %1$s; sleep 321 & echo $! >> %1$s; wait".formatted(pids), Optional.empty());

        StepEnd late = run(endless, Values.NONE, Duration.ofSeconds(3));

        assertThat(late.message()).isEqualTo("ended after 3 s, which is all that it gets");
        assertAllDead(pids, 2);
        FutureTask<StepEnd> running = new FutureTask<>(() -> run(endless, Values.NONE, AMPLE));
        Thread caller = Thread.startVirtualThread(running);
        await().until(() -> Files.readAllLines(pids).size() == 4);
        caller.interrupt();
        assertThatThrownBy(running::get).hasCauseInstanceOf(InterruptedException.class);
        assertAllDead(pids, 4);
    }

    private static void assertAllDead(Path pids, int count) throws Exception {
        List<String> lines = Files.readAllLines(pids);
        assertThat(lines).hasSize(count);
        for (String pid : lines) {
            await().until(() -> ProcessHandle.of(Long.parseLong(pid))
                    .map(handle -> !handle.isAlive())
                    .orElse(true));
        }
    }

    private StepEnd run(SshStep step, Values values, Duration timeout) throws Exception {
        return new SshPerformer(new RemoteShell(sessions)).perform(step, values, timeout, _ -> {});
    }

    private SshStep step(String line, Optional<Path> script) {
        SshLogin login = new SshLogin(Optional.of(key), Optional.empty(), Optional.empty(), false);
        Remote remote = new Remote(
                Texts.text("127.0.0.1", Language.AUTHORITY),
                Optional.of(sshd.port()),
                Optional.empty(),
                login,
                Optional.empty(),
                false);
        return new SshStep(remote, Texts.text(line, Language.SHELL), script);
    }
}
