package org.watchfloor.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.model.Reason;

/** Commands through a jump host that {@code ~/.ssh/config} names. */
@NullMarked
class SshJumpTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private TestSshd jump;
    private TestSshd inner;
    private SshSessions sessions;

    @BeforeEach
    void start() throws Exception {
        jump = new TestSshd();
        inner = new TestSshd();
        Path dotSsh = Files.createDirectories(home.resolve(".ssh"));
        jump.trustIn(dotSsh.resolve("known_hosts"));
        inner.trustIn(dotSsh.resolve("known_hosts2"));
        Files.writeString(dotSsh.resolve("config"), """
                Host bastion
                  HostName 127.0.0.1
                  Port %d
                Host db
                  HostName 127.0.0.1
                  Port %d
                  ProxyJump bastion
                Host lost
                  ProxyJump lost
                Host *
                  User %s
                  IdentityFile ~/.ssh/watch
                """.formatted(jump.port(), inner.port(), TestSshd.USER));
        var key = TestSshd.newKey();
        try (var out = Files.newOutputStream(dotSsh.resolve("watch"))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, out);
        }
        for (TestSshd sshd : new TestSshd[] {jump, inner}) {
            sshd.server()
                    .setPublickeyAuthenticator((user, offered, session) ->
                            user.equals(TestSshd.USER) && KeyUtils.compareKeys(offered, key.getPublic()));
        }
        sessions = new SshSessions(SshTestFiles.in(home), Thread.ofVirtual().factory(), PoolLimits.DEFAULT);
    }

    @AfterEach
    void stop() throws Exception {
        sessions.close();
        jump.close();
        inner.close();
    }

    @Test
    void runsThroughTheJumpHostByKey() throws Exception {
        SshResult first = exec("db", "print inside");
        SshResult second = exec("db", "flood 1000");

        assertThat(first)
                .isInstanceOfSatisfying(
                        SshResult.Exited.class,
                        exited -> assertThat(exited.stdout().text()).isEqualTo("inside"));
        assertThat(second)
                .isInstanceOfSatisfying(
                        SshResult.Exited.class,
                        exited -> assertThat(exited.stdout().text()).hasSize(SshCommand.DEFAULT_OUTPUT_LIMIT));
        assertThat(jump.logins()).isEqualTo(1);
        assertThat(inner.logins()).isEqualTo(1);
    }

    @Test
    void tellsThatTheJumpHostCannotReachTheTarget() throws Exception {
        inner.close();

        assertThat(exec("db", "print x"))
                .isInstanceOfSatisfying(
                        SshResult.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.REFUSED));
    }

    @Test
    void tellsACircle() throws Exception {
        assertThat(exec("lost", "print x"))
                .isInstanceOfSatisfying(
                        SshResult.Failed.class,
                        failed -> assertThat(failed.message()).contains("ProxyJump"));
    }

    @Test
    void cutsAHangingCommandBehindAJumpHost() throws Exception {
        exec("db", "print warm");

        SshResult result = sessions.exec(target("db"), SshCommand.of("hang"), Duration.ofMillis(300));

        assertThat(result).isInstanceOf(SshResult.Failed.class);
        org.awaitility.Awaitility.await()
                .until(() -> jump.server().getActiveSessions().isEmpty());
    }

    private SshResult exec(String host, String line) throws InterruptedException {
        return sessions.exec(target(host), SshCommand.of(line), AMPLE);
    }

    private static SshTarget target(String host) {
        return new SshTarget(host, Optional.empty(), Optional.empty(), SshLogin.LIKE_SSH, Optional.empty(), true);
    }
}
