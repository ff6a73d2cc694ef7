package org.watchfloor.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The web server of the JDK as a process of its own, whose only page is its name. The script that starts it stands in a
 * file, so that others can start it again; whoever has started it, it is found by the number that the script has left.
 */
record ServerProcess(Path directory, String name, int port) implements AutoCloseable {
    private static final Path PROGRAM = Path.of(System.getProperty("java.home"), "bin", "jwebserver");

    /** Not started yet. */
    static ServerProcess of(Path directory, String name) throws IOException {
        Files.writeString(Files.createDirectory(directory.resolve(name)).resolve("index.html"), "this is " + name);
        return new ServerProcess(directory, name, freePort());
    }

    /** Takes a name and a port; leaves the server running when it ends. */
    static Path script(Path directory) throws IOException {
        return Files.writeString(directory.resolve("start.sh"), """
                cd %1$s || exit 1
                %2$s -J-Xmx32m -J-XX:TieredStopAtLevel=1 -b 127.0.0.1 -p "$2" -d "%1$s/$1" </dev/null >"$1.log" 2>&1 &
                echo $! >"$1.pid"
                echo "started $1"
                """.formatted(directory, PROGRAM));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    void start() throws IOException, InterruptedException {
        new ProcessBuilder("/bin/sh", script(directory).toString(), name, Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        await().until(this::accepts);
    }

    boolean accepts() {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    /** @param signal such as {@code STOP}: it keeps its port and answers no more */
    void signal(String signal) throws IOException, InterruptedException {
        long pid = process()
                .orElseThrow(() -> new IOException(name + " does not run"))
                .pid();
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }

    private Optional<ProcessHandle> process() {
        try {
            Path number = directory.resolve(name + ".pid");
            return Files.exists(number)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(number).strip()))
                            .filter(ProcessHandle::isAlive)
                    : Optional.empty();
        } catch (IOException | NumberFormatException _) {
            return Optional.empty(); // just being written
        }
    }

    @Override
    public void close() {
        process().ifPresent(ProcessHandle::destroyForcibly);
        await().until(() -> !accepts());
    }
}
