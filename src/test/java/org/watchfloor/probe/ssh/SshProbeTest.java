package org.watchfloor.probe.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Secret;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.output.OutputFormat;
import org.watchfloor.probe.output.OutputSpec;
import org.watchfloor.ssh.SshLogin;
import org.watchfloor.ssh.SshSessions;
import org.watchfloor.ssh.SshTarget;
import org.watchfloor.ssh.SshTestFiles;
import org.watchfloor.ssh.TestSshd;

/** What the ssh probe says about a real server on loopback. */
@NullMarked
class SshProbeTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private TestSshd sshd;
    private SshSessions sessions;

    @BeforeEach
    void start() throws Exception {
        sshd = new TestSshd();
        sessions = new SshSessions(SshTestFiles.in(home), Thread.ofVirtual().factory(), PoolLimits.DEFAULT);
    }

    @AfterEach
    void stop() throws Exception {
        sessions.close();
        sshd.close();
    }

    @Test
    void judgesTheOutput() throws Exception {
        trust();

        assertThat(run("print OK - fine|x=1s", OutputFormat.NAGIOS)).satisfies(seen -> {
            assertThat(seen.outcome()).isEqualTo(new Outcome.Up("OK - fine"));
            assertThat(seen.measurements()).containsExactly(new Measurement("x", 1, "s"));
        });
        assertThat(run("exit 1", OutputFormat.NONE).outcome())
                .isEqualTo(new Outcome.Down(Reason.EXIT_CODE, "exit code 1, expected 0"));
        assertThat(run("unheard-of", OutputFormat.NONE).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo(Reason.COMMAND_NOT_FOUND));
    }

    @Test
    void showsTheFingerprintAndTheCommandForAnUnknownHost() throws Exception {
        Observation seen = run("print x", OutputFormat.NONE);

        assertThat(seen.outcome()).isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> {
            assertThat(unknown.reason()).isEqualTo(Reason.HOST_KEY_UNKNOWN);
            assertThat(unknown.message()).contains(sshd.fingerprint());
        });
        assertThat(seen.facts())
                .contains(new Fact(
                        "trust it with", "echo '" + sshd.knownHostsLine() + "' >> '" + home.resolve("pins") + "'"));
    }

    @Test
    void isDownWhenTheHostKeyHasChanged() throws Exception {
        trust();
        int port = sshd.port();
        sshd.close();
        sshd = new TestSshd(port, TestSshd.newKey());

        Observation seen = run("print x", OutputFormat.NONE);

        assertThat(seen.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Down.class, down -> assertThat(down.reason()).isEqualTo(Reason.HOST_KEY_CHANGED));
        assertThat(seen.facts()).extracting(Fact::name).containsExactly("offered host key", "known host key");
    }

    @Test
    void cannotSayAnythingWithoutItsCredential() throws Exception {
        trust();
        SshLogin login = new SshLogin(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ReferredSecret(new Secret.Variable("NOT_SET_HERE"))),
                false);

        Observation seen =
                probe(login, "print x", Recipe.NONE, OutputFormat.NONE).run(AMPLE);

        assertThat(seen.outcome()).isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> {
            assertThat(unknown.reason()).isEqualTo(Reason.CREDENTIAL_MISSING);
            assertThat(unknown.message()).contains("${NOT_SET_HERE}");
        });
    }

    @Test
    void isDownWhenACommandHangs() throws Exception {
        trust();

        Observation seen = probe("hang", OutputFormat.NONE).run(Duration.ofSeconds(1));

        assertThat(seen.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Down.class, down -> assertThat(down.reason()).isEqualTo(Reason.RESPONSE_TIMEOUT));
    }

    @Test
    void sendsTheRecipeByStandardInput() throws Exception {
        trust();
        SshLogin login = SshTestFiles.byPassword(sshd.port(), TestSshd.PASSWORD).login();

        Observation seen =
                probe(login, "", Recipe.LINUX_VITALS, OutputFormat.NONE).run(AMPLE);

        // the server echoes the script: hostile output that holds no figure
        assertThat(seen.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo(Reason.PROTOCOL));
    }

    private void trust() throws Exception {
        sshd.trustIn(home.resolve("pins"));
    }

    private Observation run(String command, OutputFormat format) throws InterruptedException {
        return probe(command, format).run(AMPLE);
    }

    private SshProbe probe(String command, OutputFormat format) {
        return probe(SshTestFiles.byPassword(sshd.port(), TestSshd.PASSWORD).login(), command, Recipe.NONE, format);
    }

    private SshProbe probe(SshLogin login, String command, Recipe recipe, OutputFormat format) {
        SshTarget target = new SshTarget(
                "127.0.0.1", Optional.of(sshd.port()), Optional.of(TestSshd.USER), login, Optional.empty(), true);
        return new SshProbe(sessions, new SshCheck(target, command, recipe, OutputSpec.of(format)));
    }
}
