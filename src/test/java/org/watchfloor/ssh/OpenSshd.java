package org.watchfloor.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullMarked;

/** The sshd of this machine, with its own keys and configuration, on a port of its own. */
@NullMarked
public final class OpenSshd implements AutoCloseable {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Path directory;
    private final Process process;
    private final int port;

    private OpenSshd(Path directory, Process process, int port) {
        this.directory = directory;
        this.process = process;
        this.port = port;
    }

    /** Started below the directory; the test is skipped where there is no sshd. */
    public static OpenSshd start(Path directory) throws Exception {
        assumeTrue(Files.isExecutable(SSHD), "no sshd on this machine");
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        for (String type : List.of("ed25519", "ecdsa", "rsa")) {
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    type,
                    "-N",
                    "",
                    "-f",
                    directory.resolve("host_" + type).toString());
        }
        int port = freePort();
        Path config = Files.writeString(directory.resolve("sshd_config"), """
                Port %1$d
                ListenAddress 127.0.0.1
                HostKey %2$s/host_ed25519
                HostKey %2$s/host_ecdsa
                HostKey %2$s/host_rsa
                AuthorizedKeysFile %2$s/authorized_keys
                PidFile %2$s/sshd.pid
                PermitRootLogin yes
                PasswordAuthentication no
                StrictModes no
                UsePAM no
                SetEnv HOME=%2$s
                """.formatted(port, directory));
        Process process = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("sshd.log").toFile())
                .start();
        Awaitility.await().until(() -> answers(port));
        return new OpenSshd(directory, process, port);
    }

    public int port() {
        return port;
    }

    /** A new key that may log in. */
    public Path newKey(String type) throws Exception {
        Path key = directory.resolve("user_" + type);
        run("ssh-keygen", "-q", "-t", type, "-N", "", "-f", key.toString());
        authorize(key);
        return key;
    }

    public void authorize(Path key) throws IOException {
        Files.writeString(
                directory.resolve("authorized_keys"),
                Files.readString(Path.of(key + ".pub")),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }

    public void trustIn(Path knownHosts, String type) throws IOException {
        String[] words =
                Files.readString(directory.resolve("host_" + type + ".pub")).split(" ");
        Files.writeString(knownHosts, "[127.0.0.1]:%d %s %s\n".formatted(port, words[0], words[1]));
    }

    public static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.getInputStream().read() == 'S';
        } catch (IOException e) {
            return false;
        }
    }
}
