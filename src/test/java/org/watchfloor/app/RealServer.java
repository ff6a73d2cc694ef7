package org.watchfloor.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of somebody else that is installed here, started on a port of its own of loopback and stopped by its process. */
final class RealServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Path output;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private RealServer(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Where a program is, under one of its names. */
    static Optional<String> installed(String... names) {
        String[] places = System.getenv().getOrDefault("PATH", "").split(":", -1);
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(places).map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    static RealServer alertmanager(String program, Path directory, String configuration) throws IOException {
        Path config = Files.writeString(Files.createDirectories(directory).resolve("alertmanager.yml"), configuration);
        int port = freePort();
        return start(
                port,
                directory,
                program,
                "--config.file=" + config,
                "--storage.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=");
    }

    /** @param rules a file of rules, evaluated each second */
    static RealServer prometheus(String program, Path directory, String alertmanager, String rules) throws IOException {
        Files.writeString(Files.createDirectories(directory).resolve("rules.yml"), rules);
        Path config = Files.writeString(directory.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s, evaluation_interval: 1s }
                rule_files: [ rules.yml ]
                alerting: { alertmanagers: [ { static_configs: [ { targets: [ "%s" ] } ] } ] }
                """.formatted(alertmanager));
        int port = freePort();
        return start(
                port,
                directory,
                program,
                "--config.file=" + config,
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--rules.alert.resend-delay=1s");
    }

    private static RealServer start(int port, Path directory, String... command) throws IOException {
        Path output = directory.resolve("output.log");
        List<String> words = new ArrayList<>(List.of(command));
        Process process = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .start();
        RealServer server = new RealServer(process, output, port);
        try {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> server.get("/-/ready").statusCode() == 200);
            return server;
        } catch (ConditionTimeoutException e) {
            server.close();
            throw new AssertionError("did not start: " + server.log(), e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String log() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(5));
    }

    /** The alerts that an Alertmanager knows of and that are not over. */
    Stream<JsonNode> alerts() throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get("/api/v2/alerts").body()).valueStream();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
