package org.watchfloor.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/** Hands each request on to the server whose name stands in a file at that moment, as a load balancer would. */
final class FrontDoor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Path choice;
    private final List<ServerProcess> behind;

    FrontDoor(Path choice, List<ServerProcess> behind) throws IOException {
        this.choice = choice;
        this.behind = List.copyOf(behind);
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handOn);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** What a visitor is shown now. */
    String page() throws IOException, InterruptedException {
        return body(url());
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = ask(Files.readString(choice).strip()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 504 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Empty if that server says nothing. */
    private String ask(String name) {
        try {
            return body(behind.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .map(one -> "http://127.0.0.1:" + one.port() + "/")
                    .orElseThrow(() -> new IOException("nobody is called " + name)));
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private String body(String url) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
