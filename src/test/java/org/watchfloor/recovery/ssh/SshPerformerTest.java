package org.watchfloor.recovery.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.recovery.Texts;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepEnd.Outcome;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Values;
import org.watchfloor.ssh.SshSessions;
import org.watchfloor.ssh.SshTarget;
import org.watchfloor.ssh.SshTestFiles;
import org.watchfloor.ssh.TestSshd;

/** Commands and scripts on a real SSH server on loopback, with faults and with a real shell. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@SuppressWarnings("JdkObsolete") // one thread writes to the buffer while another looks into it
class SshPerformerTest {
    private static final Duration AMPLE = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(800);

    @TempDir
    private Path home;

    private final StringBuffer live = new StringBuffer();
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
    void succeedsWithExitCodeZero() throws Exception {
        assertThat(run(command("print done"), Values.NONE, AMPLE))
                .isEqualTo(new StepEnd(Outcome.SUCCEEDED, "exit code 0", "done"));
        assertThat(live).hasToString("done");
    }

    @Test
    void failsWithAnyOtherExitCode() throws Exception {
        assertThat(run(command("exit 3"), Values.NONE, AMPLE)).isEqualTo(StepEnd.failed("exit code 3"));
        assertThat(run(command("complain no"), Values.NONE, AMPLE))
                .isEqualTo(new StepEnd(Outcome.FAILED, "exit code 2", "no"));
    }

    @Test
    void saysThatTheSessionWasLostInTheMiddle() throws Exception {
        assertThat(run(command("cut"), Values.NONE, AMPLE))
                .isEqualTo(StepEnd.failed("the session was lost while the command ran: nobody knows how far it came"));
    }

    @Test
    void endsACommandAtItsTime() throws Exception {
        assertThat(run(command("hang"), Values.NONE, SHORT))
                .isEqualTo(StepEnd.failed("ended after 800 ms, which is all that it gets"));
    }

    @Test
    void dropsTheSessionWhenItIsInterrupted() throws Exception {
        FutureTask<StepEnd> running = new FutureTask<>(() -> run(command("hang"), Values.NONE, AMPLE));
        Thread caller = Thread.startVirtualThread(running);
        await().until(() -> sshd.logins() == 1);

        caller.interrupt();

        assertThatThrownBy(running::get).hasCauseInstanceOf(InterruptedException.class);
        await().until(() -> sshd.server().getActiveSessions().isEmpty());
    }

    @Test
    void saysWhyItWasNotStarted() throws Exception {
        SshStep wrong =
                new SshStep(remote(sshd.port(), "guess"), Texts.text("print x", Language.SHELL), Optional.empty());
        assertThat(run(wrong, Values.NONE, AMPLE).message())
                .startsWith("not started: ")
                .contains("accepts none of the credentials");
        SshStep missing = new SshStep(remote(sshd.port(), ""), Texts.text("print x", Language.SHELL), Optional.empty());
        assertThat(run(missing, Values.NONE, AMPLE).message()).contains("not started: ", "${TEST}");
        int port = sshd.port();
        sshd.close();
        SshStep closed =
                new SshStep(remote(port, TestSshd.PASSWORD), Texts.text("print x", Language.SHELL), Optional.empty());
        assertThat(run(closed, Values.NONE, AMPLE).message())
                .startsWith("not started: ")
                .contains("refused");
    }

    @Test
    void sendsNothingToAHostWithAnUnknownOrAnotherKey() throws Exception {
        try (TestSshd stranger = new TestSshd()) {
            SshStep step = new SshStep(
                    remote(stranger.port(), TestSshd.PASSWORD),
                    Texts.text("print x", Language.SHELL),
                    Optional.empty());
            assertThat(run(step, Values.NONE, AMPLE).message())
                    .startsWith("not started: the host key of [127.0.0.1]:" + stranger.port() + " is not known")
                    .contains(stranger.fingerprint());
            String known = sshd.knownHostsLine().replace(":" + sshd.port(), ":" + stranger.port());
            Files.writeString(home.resolve(".ssh/known_hosts"), known + "\n");
            assertThat(run(step, Values.NONE, AMPLE).message())
                    .startsWith("not started: the host key of [127.0.0.1]:" + stranger.port() + " has changed")
                    .contains(stranger.fingerprint(), sshd.fingerprint());
            assertThat(stranger.logins()).isZero();
        }
    }

    @Test
    void keepsBothEndsOfALongOutput() throws Exception {
        realShell();

        StepEnd end = run(command("echo first; yes | head -c 20000000; echo last"), Values.NONE, AMPLE);

        assertThat(end.isSuccess()).isTrue();
        assertThat(end.output())
                .startsWith("first\ny\n")
                .contains(" characters are left out here …\n")
                .endsWith("y\nlast\n")
                .hasSizeLessThan(300_000);
        assertThat(live).hasToString(end.output());
    }

    @Test
    void hidesASecretThatComesInTwoPieces() throws Exception {
        realShell();
        Values values = Texts.secret(home, "hunter2");
        SshStep step = command("k={{secret.key}}; printf hun; sleep 0.3; printf 'ter2 %s' $k");

        assertThat(run(step, values, AMPLE)).isEqualTo(new StepEnd(Outcome.SUCCEEDED, "exit code 0", "••• •••"));
        assertThat(live).hasToString("••• •••");
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.recovery.Texts#hostile")
    void handsOverHostileValuesAsTheyAre(String value) throws Exception {
        realShell();
        Path show = Files.writeString(home.resolve("show.sh"), "cd " + home + "; printf '<%s>' \"$@\"\n");
        SshStep command = command("cd " + home + "; printf '<%s>' {{value}} x={{value}}");
        SshStep script = script(show, "{{value}} x={{value}}");

        for (SshStep step : new SshStep[] {command, script}) {
            assertThat(run(step, Texts.value(value), AMPLE).output()).isEqualTo("<" + value + "><x=" + value + ">");
        }
        assertThat(home.resolve("proof")).doesNotExist();
        assertThat(Path.of("proof")).doesNotExist();
    }

    @Test
    void endsWithAScriptThatReadsNoFurther() throws Exception {
        realShell();
        Path script = Files.writeString(home.resolve("long.sh"), "exit 4\n" + "# comment\n".repeat(500_000));

        assertThat(run(script(script, ""), Values.NONE, AMPLE)).isEqualTo(StepEnd.failed("exit code 4"));
    }

    @Test
    void doesNotBeginWithoutItsScript() throws Exception {
        Path gone = home.resolve("gone.sh");

        assertThat(run(script(gone, ""), Values.NONE, AMPLE))
                .isEqualTo(StepEnd.failed("not started: the script " + gone + " cannot be read"));
        assertThat(sshd.logins()).isZero();
    }

    private void realShell() {
        sshd.server()
                .setCommandFactory(
                        (channel, line) -> new ProcessShellFactory(line, "/bin/sh", "-c", line).createShell(channel));
    }

    private StepEnd run(SshStep step, Values values, Duration timeout) throws Exception {
        return new SshPerformer(new RemoteShell(sessions)).perform(step, values, timeout, live::append);
    }

    private SshStep command(String line) {
        return new SshStep(remote(sshd.port(), TestSshd.PASSWORD), Texts.text(line, Language.SHELL), Optional.empty());
    }

    private SshStep script(Path file, String arguments) {
        return new SshStep(
                remote(sshd.port(), TestSshd.PASSWORD), Texts.text(arguments, Language.SHELL), Optional.of(file));
    }

    private static Remote remote(int port, String password) {
        SshTarget target = SshTestFiles.byPassword(port, password);
        return new Remote(
                Texts.text(target.host(), Language.AUTHORITY),
                target.port(),
                target.user(),
                target.login(),
                target.knownHosts(),
                false);
    }
}
