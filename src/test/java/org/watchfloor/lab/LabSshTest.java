package org.watchfloor.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SSH servers of the lab, seen by another SSH client. */
class LabSshTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path CLIENT_KEY = Path.of("sample-config/lab/ssh-client-key");

    @AutoClose
    private final Lab lab = Labs.open();

    private final AtomicReference<PublicKey> shownKey = new AtomicReference<>();
    private final SshClient client = SshClient.setUpDefaultClient();

    LabSshTest() throws IOException {}

    private record Answer(Optional<Integer> exitCode, String output) {}

    @BeforeEach
    void connect() {
        client.setServerKeyVerifier((session, address, key) -> {
            shownKey.set(key);
            return true;
        });
        client.setNioWorkers(1);
        client.start();
    }

    @AfterEach
    void disconnect() {
        client.stop();
    }

    @Test
    void admitsTheDemoKey() throws IOException {
        Answer answer = run("uptime", PATIENCE);

        assertThat(answer.exitCode()).contains(0);
        assertThat(answer.output()).contains("load average");
        assertThat(KeyUtils.compareKeys(shownKey.get(), SshKeys.load().host().getPublic()))
                .isTrue();
    }

    @Test
    void admitsTheDemoPasswordOnly() throws IOException {
        try (ClientSession session = session("watch")) {
            session.addPasswordIdentity(Resources.text("password.txt").strip());
            session.auth().verify(PATIENCE);
        }
        try (ClientSession session = session("watch")) {
            session.addPasswordIdentity("guess");
            assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(SshException.class);
        }
        try (ClientSession session = session("root")) {
            session.addPasswordIdentity(Resources.text("password.txt").strip());
            assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(SshException.class);
        }
    }

    @Test
    void runsNothingOfThisMachine() throws IOException {
        Answer answer = run("cat /etc/passwd; id", PATIENCE);

        assertThat(answer.exitCode()).contains(127);
        assertThat(answer.output()).isEqualTo("sh: cat: command not found\n");
    }

    @Test
    void offersNoShell() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ClientSession session = authenticated();
                ChannelShell channel = session.createShellChannel()) {
            channel.setIn(new ByteArrayInputStream("echo $((6*7))\n".getBytes(StandardCharsets.US_ASCII)));
            channel.setOut(output);
            channel.open().verify(PATIENCE);

            assertThat(channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE))
                    .contains(ClientChannelEvent.CLOSED);
        }
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("this is a lab: there is no shell\n");
    }

    @Test
    void changesItsHostKey() throws IOException {
        run("true", PATIENCE);
        PublicKey usual = shownKey.get();

        lab.set("bastion", Fault.CHANGED_HOST_KEY);
        run("true", PATIENCE);
        assertThat(KeyUtils.compareKeys(shownKey.get(), usual)).isFalse();

        lab.mend("bastion");
        run("true", PATIENCE);
        assertThat(KeyUtils.compareKeys(shownKey.get(), usual)).isTrue();
    }

    @Test
    void failsCommands() throws IOException {
        lab.set("bastion", Fault.FAILING_COMMAND);

        assertThat(run("uptime", PATIENCE)).isEqualTo(new Answer(Optional.of(2), "CRITICAL - input/output error\n"));

        lab.mend("bastion");
        assertThat(run("uptime", PATIENCE).exitCode()).contains(0);
    }

    @Test
    void hangsCommands() throws IOException {
        lab.set("bastion", Fault.HANGING_COMMAND);

        assertThat(run("uptime", Duration.ofMillis(500)).exitCode()).isEmpty();

        lab.mend("bastion");
        assertThat(run("uptime", PATIENCE).exitCode()).contains(0);
    }

    @Test
    void answersLate() throws IOException {
        lab.set("bastion", Fault.DELAY);

        long before = System.nanoTime();
        assertThat(run("uptime", PATIENCE).exitCode()).contains(0);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void admitsNobody() throws IOException {
        lab.set("bastion", Fault.AUTH_REFUSED);

        assertThatThrownBy(() -> run("uptime", PATIENCE)).isInstanceOf(SshException.class);

        lab.mend("bastion");
        assertThat(run("uptime", PATIENCE).exitCode()).contains(0);
    }

    @Test
    void refuses() throws IOException {
        lab.set("bastion", Fault.REFUSE);

        assertThatThrownBy(() -> session("watch")).hasRootCauseInstanceOf(ConnectException.class);

        lab.mend("bastion");
        assertThat(run("uptime", PATIENCE).exitCode()).contains(0);
    }

    @Test
    void hangsBeforeItSaysItsName() throws IOException {
        lab.set("bastion", Fault.HANG);

        try (ClientSession session = session("watch")) {
            assertThatThrownBy(() -> session.auth().verify(Duration.ofMillis(500)))
                    .isInstanceOf(IOException.class);
        }

        lab.mend("bastion");
        assertThat(run("uptime", PATIENCE).exitCode()).contains(0);
    }

    @Test
    void cutsKeptSessionsWhenItBreaks() throws IOException {
        try (ClientSession session = authenticated()) {
            lab.set("bastion", Fault.FAILING_COMMAND);

            assertThat(session.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.CLOSED), PATIENCE))
                    .contains(ClientSession.ClientSessionEvent.CLOSED);
        }
    }

    private ClientSession session(String user) throws IOException {
        return client.connect(user, Labs.address(lab, "bastion/ssh"))
                .verify(PATIENCE)
                .getSession();
    }

    private ClientSession authenticated() throws IOException {
        ClientSession session = session("watch");
        new FileKeyPairProvider(CLIENT_KEY).loadKeys(session).forEach(session::addPublicKeyIdentity);
        session.auth().verify(PATIENCE);
        return session;
    }

    /** Standard output and error together. */
    private Answer run(String command, Duration patience) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ClientSession session = authenticated();
                ChannelExec channel = session.createExecChannel(command)) {
            channel.setOut(output);
            channel.setErr(output);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), patience);
            return new Answer(Optional.ofNullable(channel.getExitStatus()), output.toString(StandardCharsets.UTF_8));
        }
    }
}
