package org.watchfloor.probe.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.config.Secret;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.output.OutputFormat;
import org.watchfloor.probe.output.OutputSpec;
import org.watchfloor.ssh.OpenSshd;
import org.watchfloor.ssh.SshCommand;
import org.watchfloor.ssh.SshFiles;
import org.watchfloor.ssh.SshLogin;
import org.watchfloor.ssh.SshResult;
import org.watchfloor.ssh.SshSessions;
import org.watchfloor.ssh.SshTarget;

/** The ssh probe against the real OpenSSH server of this machine. */
@NullMarked
@Tag("peers")
class OpenSshPeerTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private OpenSshd sshd;
    private SshSessions sessions;

    @BeforeEach
    void start() throws Exception {
        sshd = OpenSshd.start(home);
        Files.createDirectories(home.resolve(".ssh"));
        sshd.trustIn(home.resolve("pins"), "ed25519");
        sessions = sessions(Optional.empty());
    }

    @AfterEach
    void stop() throws Exception {
        sessions.close();
        sshd.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void logsInByKeysOfEveryType(String type) throws Exception {
        Observation seen = run(byKey(sshd.newKey(type)), "echo OK - $((6*7))");

        assertThat(seen.outcome()).isEqualTo(new Outcome.Up("OK - 42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void knowsHashedHostsByAnyTypeOfKey(String type) throws Exception {
        SshLogin login = byKey(sshd.newKey("ed25519"));
        sshd.trustIn(home.resolve("pins"), type);
        OpenSshd.run("ssh-keygen", "-H", "-f", home.resolve("pins").toString());
        assertThat(home.resolve("pins")).content().startsWith("|1|");

        assertThat(run(login, "true").outcome()).isInstanceOf(Outcome.Up.class);
    }

    @Test
    void opensAKeyWithAPassphrase() throws Exception {
        Path key = home.resolve("locked");
        OpenSshd.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "open it", "-f", key.toString());
        sshd.authorize(key);
        Path right = Files.writeString(home.resolve("right"), "open it\n");
        Path wrong = Files.writeString(home.resolve("wrong"), "guess\n");

        assertThat(run(withPassphrase(key, right), "true").outcome()).isInstanceOf(Outcome.Up.class);
        assertUnknown(run(withPassphrase(key, wrong), "true"), Reason.CREDENTIAL_MISSING);
        assertUnknown(run(byKey(key), "true"), Reason.CREDENTIAL_MISSING);
    }

    @Test
    void asksTheAgent() throws Exception {
        Path key = sshd.newKey("ed25519");
        Path socket = home.resolve("agent.sock");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        org.awaitility.Awaitility.await().until(() -> Files.exists(socket));
        ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", key.toString());
        add.environment().put("SSH_AUTH_SOCK", socket.toString());
        assertThat(add.start().waitFor()).isZero();

        try (SshSessions withAgent = sessions(Optional.of(socket))) {
            SshTarget target = target(SshLogin.LIKE_SSH);

            assertThat(withAgent.exec(target, SshCommand.of("true"), AMPLE)).isInstanceOf(SshResult.Exited.class);
        } finally {
            agent.destroy();
            agent.waitFor();
        }
        assertThat(run(SshLogin.LIKE_SSH, "true").outcome())
                .isInstanceOfSatisfying(
                        Outcome.Down.class, down -> assertThat(down.reason()).isEqualTo(Reason.AUTH_FAILED));
    }

    @Test
    void cutsAHangingCommandAndTellsOtherEnds() throws Exception {
        SshLogin login = byKey(sshd.newKey("ed25519"));

        assertThat(run(login, "no-such-command-here").outcome())
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo(Reason.COMMAND_NOT_FOUND));
        assertThat(sessions.exec(target(login), SshCommand.of("kill -TERM $$"), AMPLE))
                .isInstanceOfSatisfying(SshResult.Exited.class, exited -> {
                    assertThat(exited.exit()).isEqualTo(143);
                    assertThat(exited.signal()).contains("TERM");
                });
        assertThat(sessions.exec(target(login), SshCommand.of("sleep 60"), Duration.ofMillis(500)))
                .isInstanceOfSatisfying(
                        SshResult.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.RESPONSE_TIMEOUT));
        assertThat(sessions.idleSessions()).isZero();
    }

    @Test
    void readsTheVitalsOfThisMachine() throws Exception {
        SshCheck check = new SshCheck(
                target(byKey(sshd.newKey("ed25519"))), "", Recipe.LINUX_VITALS, OutputSpec.of(OutputFormat.NONE));

        Observation seen = new SshProbe(sessions, check).run(AMPLE);

        assertThat(seen.outcome()).as(seen.toString()).isInstanceOf(Outcome.Up.class);
        assertThat(seen.measurements())
                .extracting(Measurement::name)
                .contains("load1", "cpu.used_percent", "memory.used_percent", "disk./.used_percent", "uptime_seconds");
        System.out.println(seen.outcome().message());
    }

    @Test
    void runsHundredsOfCommandsOverFourSessions() throws Exception {
        SshTarget target = target(byKey(sshd.newKey("ed25519")));

        hammer(target, 400);

        assertThat(sessions.idleSessions()).isBetween(1, 4);
    }

    private void hammer(SshTarget target, int commands) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Future<SshResult>> results = new ArrayList<>();
            for (int i = 0; i < commands; i++) {
                results.add(callers.submit(() -> sessions.exec(target, SshCommand.of("true"), AMPLE)));
            }
            for (Future<SshResult> result : results) {
                assertThat(result.get()).isInstanceOf(SshResult.Exited.class);
            }
        }
    }

    private Observation run(SshLogin login, String command) throws InterruptedException {
        SshCheck check = new SshCheck(target(login), command, Recipe.NONE, OutputSpec.of(OutputFormat.NAGIOS));
        return new SshProbe(sessions, check).run(AMPLE);
    }

    private SshSessions sessions(Optional<Path> agent) {
        SshFiles files =
                new SshFiles(home, home.resolve("none"), home.resolve("pins"), agent, System.getProperty("user.name"));
        return new SshSessions(files, Thread.ofVirtual().factory(), PoolLimits.DEFAULT);
    }

    private SshTarget target(SshLogin login) {
        return new SshTarget("127.0.0.1", Optional.of(sshd.port()), Optional.empty(), login, Optional.empty(), true);
    }

    private static SshLogin byKey(Path key) {
        return new SshLogin(Optional.of(key), Optional.empty(), Optional.empty(), true);
    }

    private static SshLogin withPassphrase(Path key, Path secret) {
        return new SshLogin(
                Optional.of(key), Optional.of(new ReferredSecret(new Secret.File(secret))), Optional.empty(), true);
    }

    private static void assertUnknown(Observation seen, Reason reason) {
        assertThat(seen.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo(reason));
    }
}
