package org.watchfloor.probe.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.probe.ladder.Descents.down;
import static org.watchfloor.probe.ladder.Descents.good;
import static org.watchfloor.probe.ladder.Descents.rung;
import static org.watchfloor.probe.ladder.Descents.standings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.core.CoreModuleProperties;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.model.Rung;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.net.LoopbackPeer;
import org.watchfloor.probe.net.NameLookup;
import org.watchfloor.probe.output.OutputFormat;
import org.watchfloor.probe.output.OutputSpec;
import org.watchfloor.ssh.SshSessions;
import org.watchfloor.ssh.SshTarget;
import org.watchfloor.ssh.SshTestFiles;
import org.watchfloor.ssh.TestSshd;

/** Each rung of an SSH check broken on a real server on loopback. */
@NullMarked
class SshLadderTest {
    private static final Duration AMPLE = Duration.ofSeconds(7);

    @TempDir
    Path home;

    private TestSshd sshd;
    private SshSessions sessions;
    private SshProbeType type;

    @BeforeEach
    void start() throws Exception {
        sshd = new TestSshd();
        sessions = new SshSessions(SshTestFiles.in(home), Thread.ofVirtual().factory(), PoolLimits.DEFAULT);
        type = new SshProbeType(sessions, NameLookup.ofSystem());
    }

    @AfterEach
    void stop() throws Exception {
        sessions.close();
        sshd.close();
    }

    @Test
    void findsTheRefusedConnection() throws IOException {
        sshd.close();

        assertThat(standings(down(ladder(TestSshd.PASSWORD, "print fine"))))
                .isEqualTo("name ok, route ok, TCP broken, SSH not reached, auth not reached, command not reached");
    }

    @Test
    void findsTheServerThatSpeaksSomethingElse() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.saying("220 mail.example ESMTP ready, go on\r\n")) {
            List<Rung> rungs = down(ladder(SshTestFiles.byPassword(peer.port(), TestSshd.PASSWORD), "print fine"));

            assertThat(standings(rungs))
                    .isEqualTo("name ok, route ok, TCP ok, SSH broken, auth not reached, command not reached");
            assertThat(rung(rungs, "SSH").seen()).endsWith("the peer does not speak SSH as expected");
        }
    }

    @Test
    void findsTheHostKeyThatHasChanged() throws Exception {
        sshd.trustIn(home.resolve("pins"));
        int port = sshd.port();
        sshd.close();
        sshd = new TestSshd(port, TestSshd.newKey());

        List<Rung> rungs = down(ladder(TestSshd.PASSWORD, "print fine"));

        assertThat(standings(rungs))
                .isEqualTo("name ok, route ok, TCP ok, SSH broken, auth not reached, command not reached");
        assertThat(rung(rungs, "SSH").seen()).contains(sshd.fingerprint());
    }

    @Test
    void findsTheLoginThatIsRefused() throws Exception {
        sshd.trustIn(home.resolve("pins"));

        List<Rung> rungs = down(ladder("wrong", "print fine"));

        assertThat(standings(rungs)).isEqualTo("name ok, route ok, TCP ok, SSH ok, auth broken, command not reached");
        assertThat(rung(rungs, "auth").seen())
                .endsWith("the server accepts none of the credentials")
                .doesNotContain("wrong");
    }

    @Test
    void findsTheCommandThatFailsAndSaysHowItEndedBefore() throws Exception {
        sshd.trustIn(home.resolve("pins"));
        Optional<CheckResult> good = good(type.open(check(byPassword(TestSshd.PASSWORD), "print fine")));

        List<Rung> rungs = down(ladder(TestSshd.PASSWORD, "exit 3"), AMPLE, good);

        assertThat(standings(rungs)).isEqualTo("name ok, route ok, TCP ok, SSH ok, auth ok, command broken");
        assertThat(rung(rungs, "command").seen()).isEqualTo("exit code 3, expected 0");
        assertThat(rung(rungs, "command").lastGood()).matches("exit code 0 in \\d+ ms");
    }

    @Test
    void tellsTheServerAndItsKeyFromThoseOfTheLastGoodLook() throws Exception {
        sshd.trustIn(home.resolve("pins"));
        CoreModuleProperties.SERVER_IDENTIFICATION.set(sshd.server(), "OpenSSH_9.6");
        String before = "SSH-2.0-OpenSSH_9.6, host key " + sshd.fingerprint();
        Optional<CheckResult> good = good(type.open(check(byPassword(TestSshd.PASSWORD), "print fine")));
        Rung same = rung(down(ladder("wrong", "print fine"), AMPLE, good), "SSH");
        sessions.close();
        int port = sshd.port();
        sshd.close();
        sshd = new TestSshd(port, TestSshd.newKey());
        CoreModuleProperties.SERVER_IDENTIFICATION.set(sshd.server(), "OpenSSH_9.7");
        sshd.trustIn(home.resolve("pins"));
        sessions = new SshSessions(SshTestFiles.in(home), Thread.ofVirtual().factory(), PoolLimits.DEFAULT);
        type = new SshProbeType(sessions, NameLookup.ofSystem());

        List<Rung> rungs = down(ladder("wrong", "print fine"), AMPLE, good);

        assertThat(same.standing()).isEqualTo(Rung.Standing.OK);
        assertThat(standings(rungs))
                .isEqualTo("name ok, route ok, TCP ok, SSH changed, auth broken, command not reached");
        assertThat(rung(rungs, "SSH").seen()).startsWith("SSH-2.0-OpenSSH_9.7, host key " + sshd.fingerprint());
        assertThat(rung(rungs, "SSH").lastGood()).startsWith(before);
    }

    @Test
    void findsTheCommandThatIsMissingOrHangs() throws Exception {
        sshd.trustIn(home.resolve("pins"));

        List<Rung> missing = down(ladder(TestSshd.PASSWORD, "unheard-of"));
        List<Rung> hanging = down(ladder(TestSshd.PASSWORD, "hang"), Duration.ofSeconds(2), Optional.empty());

        assertThat(rung(missing, "command").isBroken()).isTrue();
        assertThat(standings(hanging)).isEqualTo("name ok, route ok, TCP ok, SSH ok, auth ok, command broken");
    }

    @Test
    void goesTheWayOfTheCheckOverItsJumpHost() throws IOException {
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(home.resolve(".ssh/config"), "Host inner\n  ProxyJump 127.0.0.1:" + sshd.port() + "\n");
        sshd.close();
        SshTarget inner = new SshTarget(
                "inner",
                Optional.empty(),
                Optional.of(TestSshd.USER),
                byPassword(TestSshd.PASSWORD).login(),
                Optional.empty(),
                true);

        List<Rung> rungs = down(ladder(inner, "print fine"));

        assertThat(rung(rungs, "name").seen()).startsWith("the jump host 127.0.0.1 is an address");
        assertThat(rung(rungs, "TCP").isBroken()).isTrue();
    }

    private Ladder ladder(String password, String command) {
        return ladder(byPassword(password), command);
    }

    private Ladder ladder(SshTarget target, String command) {
        return type.ladder(check(target, command)).orElseThrow();
    }

    private SshTarget byPassword(String password) {
        return SshTestFiles.byPassword(sshd.port(), password);
    }

    private static SshCheck check(SshTarget target, String command) {
        return new SshCheck(target, command, Recipe.NONE, OutputSpec.of(OutputFormat.NONE));
    }
}
