package org.watchfloor.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on loopback that answers as it is told, and the configuration that watches it. */
final class WebSite implements AutoCloseable {
    private final HttpServer server;
    private final List<Instant> looks = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    WebSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            looks.add(Clock.systemUTC().instant());
            byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void answers(int with) {
        status = with;
    }

    /** When it was looked at. */
    List<Instant> looks() {
        return List.copyOf(looks);
    }

    /** One host, one check, each second; one bad look is enough. */
    void configure(Path directory) throws IOException {
        configure(directory, "");
    }

    /** @param more further hosts, as YAML below {@code hosts:} */
    void configure(Path directory, String more) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("site.yaml"), """
                defaults: { every: 1s, timeout: 900ms, unhealthy-after: 1, healthy-after: 1 }
                hosts:
                  web-1:
                    address: 127.0.0.1
                    checks:
                      page:
                        http: { url: "http://127.0.0.1:%d/" }
                """.formatted(port()) + more.indent(2));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
