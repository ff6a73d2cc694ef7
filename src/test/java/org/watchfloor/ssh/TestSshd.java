package org.watchfloor.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.jspecify.annotations.NullMarked;

/** An SSH server on loopback with faults: the commands are {@code print}, {@code exit}, {@code hang}, {@code cut} … */
@NullMarked
public final class TestSshd implements AutoCloseable {
    public static final String USER = "operator";
    public static final String PASSWORD = "open sesame";

    private final KeyPair hostKey;
    private final SshServer server = SshServer.setUpDefaultServer();
    private final AtomicInteger logins = new AtomicInteger();
    private final List<Signal> signals = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    public TestSshd() throws IOException {
        this(0, newKey());
    }

    public TestSshd(int port, KeyPair hostKey) throws IOException {
        this.hostKey = hostKey;
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> isOperator(user, password));
        server.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
        server.setCommandFactory((channel, line) -> new Scripted(line));
        server.addSessionListener(new SessionListener() {
            @Override
            public void sessionEvent(Session session, Event event) {
                if (event == Event.Authenticated) {
                    logins.incrementAndGet();
                }
            }
        });
        server.start();
    }

    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return server.getPort();
    }

    public SshServer server() {
        return server;
    }

    /** How many logins have succeeded. */
    public int logins() {
        return logins.get();
    }

    /** The signals that clients have sent to their commands. */
    public List<Signal> signals() {
        return signals;
    }

    public String fingerprint() {
        return KeyUtils.getFingerPrint(hostKey.getPublic());
    }

    public String knownHostsLine() {
        return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(hostKey.getPublic());
    }

    public void trustIn(Path knownHosts) throws IOException {
        Files.writeString(knownHosts, knownHostsLine() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Closes the sessions of all clients, as a restart does. */
    public void dropSessions() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        server.stop(true);
    }

    private static boolean isOperator(String user, String password) {
        return user.equals(USER) && password.equals(PASSWORD);
    }

    private final class Scripted extends AbstractCommandSupport {
        private Scripted(String line) {
            super(line, null);
        }

        @Override
        public void run() {
            getEnvironment().addSignalListener((channel, signal) -> signals.add(signal));
            String line = getCommand();
            String[] words = line.split(" ", 2);
            String argument = words.length > 1 ? words[1] : "";
            try {
                onExit(run(words[0], argument));
            } catch (IOException e) {
                onExit(255, e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private int run(String word, String argument) throws IOException, InterruptedException {
            switch (word) {
                case "print" -> write(getOutputStream(), argument);
                case "complain" -> {
                    write(getErrorStream(), argument);
                    return 2;
                }
                case "exit" -> {
                    return Integer.parseInt(argument);
                }
                case "cat", "sh" -> getInputStream().transferTo(getOutputStream());
                case "flood" -> flood(Integer.parseInt(argument));
                case "hang" -> released.await(1, TimeUnit.MINUTES);
                case "cut" -> getServerSession().close(true);
                default -> {
                    return 127;
                }
            }
            getOutputStream().flush();
            return 0;
        }

        private void flood(int kibibytes) throws IOException {
            byte[] block = "x".repeat(1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < kibibytes; i++) {
                getOutputStream().write(block);
            }
        }

        private static void write(OutputStream out, String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
