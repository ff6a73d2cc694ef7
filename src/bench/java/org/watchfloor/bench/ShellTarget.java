package org.watchfloor.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine's own sshd with keys and a configuration of its own. */
final class ShellTarget implements AutoCloseable {
    static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Servant sshd;
    private final Path directory;
    private final int port;

    private ShellTarget(Servant sshd, Path directory, int port) {
        this.sshd = sshd;
        this.directory = directory;
        this.port = port;
    }

    static ShellTarget start(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        key(directory.resolve("host"));
        key(directory.resolve("user"));
        int port = Ports.free();
        Path config = Files.writeString(directory.resolve("sshd_config"), """
                Port %1$d
                ListenAddress 127.0.0.1
                HostKey %2$s/host
                AuthorizedKeysFile %2$s/user.pub
                PidFile %2$s/sshd.pid
                PermitRootLogin yes
                PasswordAuthentication no
                StrictModes no
                UsePAM no
                SetEnv HOME=%2$s
                """.formatted(port, directory));
        String hostKey = Files.readString(directory.resolve("host.pub"));
        Files.writeString(directory.resolve("known_hosts"), "[127.0.0.1]:" + port + " " + hostKey);
        File log = directory.resolve("sshd.log").toFile();
        Servant sshd = Servant.start("sshd", List.of(SSHD.toString(), "-D", "-e", "-f", config.toString()), log);
        Ports.awaitListener(port, sshd);
        return new ShellTarget(sshd, directory, port);
    }

    /** The {@code ssh:} section of a check. */
    String section(String command) {
        return """
                ssh: { port: %d, user: %s, key: %s/user, known-hosts: %s/known_hosts, command: "%s", format: none }""".formatted(port, System.getProperty("user.name"), directory, directory, command);
    }

    int port() {
        return port;
    }

    /** The private key of the person who may log in. */
    Path key() {
        return directory.resolve("user");
    }

    Path knownHosts() {
        return directory.resolve("known_hosts");
    }

    @Override
    public void close() {
        sshd.close();
    }

    private static void key(Path file) throws IOException, InterruptedException {
        Process keygen = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
                .inheritIO()
                .start();
        if (keygen.waitFor() != 0) {
            throw new IOException("ssh-keygen failed");
        }
    }
}
