package org.watchfloor.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Watchfloor itself, headless, as its users start it: schedule, probe, state, store, snapshot, web door. */
final class Console implements AutoCloseable {
    private static final Path LAUNCHER =
            Path.of("target", "watchfloor", "bin", "watchfloor").toAbsolutePath();
    private static final JsonMapper JSON = new JsonMapper();
    /** Of a door that listens on loopback for as long as a figure is taken. */
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Servant program;
    private final int door;
    private final long launchedAt;

    private Console(Servant program, int door, long launchedAt) {
        this.program = program;
        this.door = door;
        this.launchedAt = launchedAt;
    }

    /** What the program says of itself, and what the system says of it. */
    record Reading(long nanos, Duration cpu, JsonNode figures) {
        long results() {
            return figures.get("results").asLong();
        }

        long snapshots() {
            return figures.get("snapshot").asLong();
        }

        double latenessMillis(String key) {
            return figures.get("lag").get(key).asDouble() * 1_000;
        }
    }

    /** One stretch of measured time. */
    record Window(double seconds, long results, double cpuSeconds, Reading end) {
        double perSecond() {
            return results / seconds;
        }

        double cpuPerThousand() {
            return cpuSeconds / results * 1_000;
        }
    }

    static Console start(Path directory, Path config, List<String> options) throws IOException {
        Files.createDirectories(directory);
        int door = Ports.free();
        List<String> command = new ArrayList<>();
        command.add("env");
        command.add("JAVA_HOME=" + System.getProperty("java.home"));
        command.add("WATCHFLOOR_TOKEN=" + TOKEN);
        command.add("WATCHFLOOR_JAVA_OPTS=" + String.join(" ", options));
        command.add(LAUNCHER.toString());
        command.addAll(List.of("--headless", "--config", config.toString()));
        command.addAll(List.of("--data", directory.toString(), "--listen", "127.0.0.1:" + door));
        long launchedAt = System.nanoTime();
        return new Console(
                Servant.start(
                        "watchfloor", command, directory.resolve("output.log").toFile()),
                door,
                launchedAt);
    }

    /** Waits until results come in; how long that took since the launch of the JVM. */
    Duration awaitFirstResult() throws InterruptedException {
        for (int tries = 0; tries < 3_000; tries++) {
            try {
                if (read().results() > 0) {
                    return Duration.ofNanos(System.nanoTime() - launchedAt);
                }
            } catch (IOException e) {
                // not listening yet
            }
            program.runFor(Duration.ofMillis(20));
        }
        throw new IllegalStateException("no result within a minute");
    }

    void runFor(Duration time) throws InterruptedException {
        program.runFor(time);
    }

    Window measure(Duration time) throws IOException, InterruptedException {
        Reading begin = read();
        program.runFor(time);
        Reading end = read();
        return new Window(
                (end.nanos() - begin.nanos()) / 1e9,
                end.results() - begin.results(),
                end.cpu().minus(begin.cpu()).toNanos() / 1e9,
                end);
    }

    Reading read() throws IOException, InterruptedException {
        JsonNode figures = get("/api/v1/engine");
        return new Reading(System.nanoTime(), program.cpu(), figures);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).build());
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    double rssMegabytes() throws IOException {
        return program.rssMegabytes();
    }

    @Override
    public void close() {
        program.close();
        client.close();
    }
}
