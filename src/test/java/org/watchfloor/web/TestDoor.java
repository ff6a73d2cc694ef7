package org.watchfloor.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.watchfloor.config.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A door on a free port of loopback with a client in front of it and a fake engine behind. */
final class TestDoor implements AutoCloseable {
    static final String TOKEN = "s3cret-s3cret-s3cret";
    static final Limits QUICK = new Limits(
            Duration.ofMillis(400),
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2));

    final FakeEngine engine = new FakeEngine(Scene.small());
    final AtomicReference<MachineFigures> machine = new AtomicReference<>(Scene.CALM);
    final AtomicReference<Instant> now = new AtomicReference<>(Scene.NOW);
    final WebDoor door;

    private final HttpClient client = HttpClient.newHttpClient();

    TestDoor() throws IOException {
        this(settings(Optional.empty()));
    }

    TestDoor(WebSettings settings) throws IOException {
        this(settings, QUICK);
    }

    TestDoor(WebSettings settings, Limits limits) throws IOException {
        this(settings, limits, Path.of("no-such-directory"));
    }

    /** @param config whose files callers change */
    TestDoor(WebSettings settings, Limits limits, Path config) throws IOException {
        door = new WebDoor(
                settings,
                engine.ports(config),
                new Surroundings("1.2.3", machine::get, limits, settings.token().isPresent()),
                now::get);
        door.start();
    }

    static TestDoor withToken(Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), TOKEN + "\n");
        return new TestDoor(settings(Optional.of(new Secret.File(file))));
    }

    static WebSettings settings(Optional<Secret> token) {
        return new WebSettings(loopback(), token, Set.of("ops.example"), 100_000, 100_000);
    }

    static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
                .timeout(FakeEngine.patience());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(to(path));
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        return send(
                to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws Exception {
        return client.send(request.build(), body);
    }

    JsonNode json(String path) throws Exception {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return tree(response.body());
    }

    static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }

    /** Sends the bytes as they are and returns all that comes back until the door closes the connection. */
    String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), door.port())) {
            socket.setSoTimeout((int) FakeEngine.patience().toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        door.close();
        client.close();
    }
}
