package org.watchfloor.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.model.Phase;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.LoopbackPeer;

/** Every way in which a login fails, produced on real sockets and told apart. */
@NullMarked
class SshFailureTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    Path home;

    private SshSessions sessions;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(home.resolve(".ssh"));
        sessions = new SshSessions(SshTestFiles.in(home), Thread.ofVirtual().factory(), PoolLimits.DEFAULT);
    }

    @AfterEach
    void stop() {
        sessions.close();
    }

    @Test
    void refusesAnUnknownHostUntilItsCommandHasBeenRun() throws Exception {
        try (TestSshd sshd = new TestSshd()) {
            SshResult first = exec(sshd.port(), TestSshd.PASSWORD, AMPLE);

            assertThat(first).isInstanceOfSatisfying(SshResult.HostKeyUnknown.class, unknown -> {
                assertThat(unknown.host()).isEqualTo("[127.0.0.1]:" + sshd.port());
                assertThat(unknown.offered().fingerprint()).isEqualTo(sshd.fingerprint());
                assertThat(unknown.timings().phases()).containsKeys(Phase.NAME, Phase.CONNECT, Phase.AUTH);
            });
            assertThat(sshd.logins()).isZero();
            String trust = ((SshResult.HostKeyUnknown) first).trustCommand();
            assertThat(new ProcessBuilder("/bin/sh", "-c", trust).start().waitFor())
                    .isZero();
            assertThat(exec(sshd.port(), TestSshd.PASSWORD, AMPLE)).isInstanceOf(SshResult.Exited.class);
        }
    }

    @Test
    void raisesTheAlarmWhenTheKeyHasChanged() throws Exception {
        KeyPair impostor = TestSshd.newKey();
        String expected;
        int port;
        try (TestSshd sshd = new TestSshd()) {
            sshd.trustIn(home.resolve(".ssh/known_hosts"));
            expected = sshd.fingerprint();
            port = sshd.port();
        }
        try (TestSshd sshd = new TestSshd(port, impostor)) {
            SshResult result = exec(port, TestSshd.PASSWORD, AMPLE);

            assertThat(result).isInstanceOfSatisfying(SshResult.HostKeyChanged.class, changed -> {
                assertThat(changed.offered().fingerprint()).isEqualTo(sshd.fingerprint());
                assertThat(changed.known())
                        .singleElement()
                        .satisfies(known -> assertThat(known.fingerprint()).isEqualTo(expected));
            });
        }
    }

    @Test
    void takesARevokedKeyForChanged() throws Exception {
        try (TestSshd sshd = new TestSshd()) {
            Path known = home.resolve(".ssh/known_hosts");
            sshd.trustIn(known);
            Files.writeString(
                    known,
                    "@revoked * " + sshd.knownHostsLine().split(" ", 2)[1] + "\n",
                    java.nio.file.StandardOpenOption.APPEND);

            assertThat(exec(sshd.port(), TestSshd.PASSWORD, AMPLE)).isInstanceOf(SshResult.HostKeyChanged.class);
        }
    }

    @Test
    void tellsAWrongPassword() throws Exception {
        try (TestSshd sshd = new TestSshd()) {
            sshd.trustIn(home.resolve("pins"));

            SshResult result = exec(sshd.port(), "guess", AMPLE);

            assertFailed(result, Reason.AUTH_FAILED);
            assertThat(((SshResult.Failed) result).message()).doesNotContain("guess");
        }
    }

    @Test
    void tellsAMissingSecret() throws Exception {
        try (TestSshd sshd = new TestSshd()) {
            sshd.trustIn(home.resolve("pins"));

            SshResult result = exec(sshd.port(), "", AMPLE);

            assertFailed(result, Reason.CREDENTIAL_MISSING);
            assertThat(((SshResult.Failed) result).message()).contains("${TEST}");
        }
    }

    @Test
    void tellsAMissingKeyFileAndOneThatIsNoKey() throws Exception {
        try (TestSshd sshd = new TestSshd()) {
            sshd.trustIn(home.resolve("pins"));
            Path noKey = Files.writeString(home.resolve("no-key"), "hello");

            assertFailed(execByKey(sshd.port(), home.resolve("missing")), Reason.CREDENTIAL_MISSING);
            assertFailed(execByKey(sshd.port(), noKey), Reason.CREDENTIAL_MISSING);
        }
    }

    @Test
    void tellsAKeyThatIsEncryptedAndWhatOpensIt() throws Exception {
        Path key = home.resolve("encrypted");
        OpenSSHKeyEncryptionContext locked = new OpenSSHKeyEncryptionContext();
        locked.setCipherType("256");
        locked.setPassword("open sesame");
        try (OutputStream out = Files.newOutputStream(key)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(TestSshd.newKey(), "test", locked, out);
        }
        try (TestSshd sshd = new TestSshd()) {
            sshd.trustIn(home.resolve("pins"));

            SshResult without = execByKey(sshd.port(), key, Optional.empty());
            SshResult wrong = execByKey(sshd.port(), key, Optional.of(new SshTestFiles.Plain("guess")));
            SshResult right = execByKey(sshd.port(), key, Optional.of(new SshTestFiles.Plain("open sesame")));

            assertFailed(without, Reason.CREDENTIAL_MISSING);
            assertThat(((SshResult.Failed) without).message()).contains(key + " is encrypted", "passphrase:");
            assertFailed(wrong, Reason.CREDENTIAL_MISSING);
            assertThat(((SshResult.Failed) wrong).message())
                    .contains("the passphrase in ${TEST} does not open key file");
            assertFailed(right, Reason.AUTH_FAILED); // the key is open, the server does not know it
        }
    }

    @Test
    void tellsThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertFailed(exec(port, TestSshd.PASSWORD, AMPLE), Reason.REFUSED);
    }

    @Test
    void tellsANameThatDoesNotExist() throws Exception {
        SshTarget target = new SshTarget(
                "no-such-host.invalid", Optional.of(22), Optional.empty(), SshLogin.LIKE_SSH, Optional.empty(), true);

        assertFailed(sessions.exec(target, SshCommand.of("x"), AMPLE), Reason.NAME_NOT_FOUND);
    }

    @Test
    void tellsThatNoConnectionCameAboutInTime() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<Socket> waiting = fill(full);

            SshResult result = exec(full.getLocalPort(), TestSshd.PASSWORD, SHORT);

            assertFailed(result, Reason.CONNECT_TIMEOUT);
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void tellsAServerThatAcceptsAndSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            long begun = System.nanoTime();

            SshResult result = exec(silent.getLocalPort(), TestSshd.PASSWORD, SHORT);

            assertFailed(result, Reason.RESPONSE_TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(SHORT, SHORT.plusSeconds(2));
            assertThat(result.timings().phases()).containsKey(Phase.AUTH);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "220 mail.example ESMTP\r\n",
                "SSH-1.5-old\r\n",
                "SSH-nope\r\n"
            })
    void tellsAServerOfAnotherProtocol(String greeting) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            greet(server, greeting);

            SshResult result = exec(server.getLocalPort(), TestSshd.PASSWORD, AMPLE);

            assertFailed(result, Reason.PROTOCOL);
            assertThat(((SshResult.Failed) result).message()).endsWith("the peer does not speak SSH as expected");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-nope\r\n", "SSH-2.0-nope\r\n"})
    void tellsRubbishBehindTheGreeting(String greeting) throws Exception {
        byte[] rubbish = (greeting + "\0\u00ff\u00fe binary, ".repeat(20)).getBytes(StandardCharsets.ISO_8859_1);
        try (LoopbackPeer peer = LoopbackPeer.that(socket -> {
            socket.getOutputStream().write(rubbish);
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            SshResult result = exec(peer.port(), TestSshd.PASSWORD, AMPLE);

            assertFailed(result, Reason.PROTOCOL);
            assertThat(((SshResult.Failed) result).message()).endsWith("the peer does not speak SSH as expected");
        }
    }

    @Test
    void tellsAServerThatHangsUpAtOnce() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            greet(server, "");

            SshResult result = exec(server.getLocalPort(), TestSshd.PASSWORD, AMPLE);

            assertFailed(result, Reason.CUT_OFF);
            assertThat(((SshResult.Failed) result).message()).endsWith(" during login");
        }
    }

    @Test
    void cutsALoginThatTakesTooLong() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (TestSshd sshd = new TestSshd()) {
            sshd.trustIn(home.resolve("pins"));
            sshd.server().setPasswordAuthenticator((user, password, session) -> awaited(released));

            SshResult result = exec(sshd.port(), TestSshd.PASSWORD, Duration.ofSeconds(1));

            assertFailed(result, Reason.RESPONSE_TIMEOUT);
            released.countDown();
        }
    }

    @Test
    void cutsAServerThatOpensNoChannel() throws Exception {
        try (TestSshd sshd = new TestSshd()) {
            sshd.trustIn(home.resolve("pins"));
            sshd.server().setChannelFactories(List.of());

            assertFailed(exec(sshd.port(), TestSshd.PASSWORD, AMPLE), Reason.CUT_OFF);
        }
    }

    private SshResult exec(int port, String password, Duration timeout) throws InterruptedException {
        return sessions.exec(SshTestFiles.byPassword(port, password), SshCommand.of("print x"), timeout);
    }

    private SshResult execByKey(int port, Path key) throws InterruptedException {
        return execByKey(port, key, Optional.empty());
    }

    private SshResult execByKey(int port, Path key, Optional<SshSecret> passphrase) throws InterruptedException {
        SshLogin login = new SshLogin(Optional.of(key), passphrase, Optional.empty(), false);
        SshTarget target = new SshTarget(
                "127.0.0.1", Optional.of(port), Optional.of(TestSshd.USER), login, Optional.empty(), true);
        return sessions.exec(target, SshCommand.of("print x"), AMPLE);
    }

    private static void assertFailed(SshResult result, Reason reason) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        SshResult.Failed.class,
                        failed ->
                                assertThat(failed.reason()).as(failed.message()).isEqualTo(reason));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private static void greet(ServerSocket server, String greeting) {
        Thread.startVirtualThread(() -> {
            try (Socket client = server.accept();
                    OutputStream out = client.getOutputStream()) {
                out.write(greeting.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                client.getInputStream().read();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /** Connections beyond the backlog wait for ever; stops at the first that does. */
    private static List<Socket> fill(ServerSocket server) {
        List<Socket> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                socket.connect(server.getLocalSocketAddress(), 200);
            }
        } catch (IOException e) {
            return waiting;
        }
        return waiting;
    }
}
