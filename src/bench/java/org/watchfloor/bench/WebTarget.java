package org.watchfloor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The fixed target: a small nginx with a page of two words on 250 loopback addresses, so that there are many hosts. */
final class WebTarget implements AutoCloseable {
    private static final int ADDRESSES = 250;

    private final Servant nginx;
    private final int port;

    private WebTarget(Servant nginx, int port) {
        this.nginx = nginx;
        this.port = port;
    }

    static WebTarget start(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        int port = Ports.free();
        Files.writeString(directory.resolve("nginx.conf"), configuration(port));
        List<String> command = List.of(
                "/usr/sbin/nginx", "-p", directory.toString(), "-c", "nginx.conf", "-e", directory + "/error.log");
        Servant nginx =
                Servant.start("nginx", command, directory.resolve("output.log").toFile());
        Ports.awaitListener(port, nginx);
        return new WebTarget(nginx, port);
    }

    int port() {
        return port;
    }

    /** Requests answered so far, this one included. */
    long requests() throws IOException {
        String[] words;
        try (InputStream status =
                URI.create("http://127.0.0.1:" + port + "/requests").toURL().openStream()) {
            words = new String(status.readAllBytes(), StandardCharsets.US_ASCII).split("\\s+");
        }
        return Long.parseLong(words[9]);
    }

    /** The address of the host with this number. */
    static String address(int host) {
        return "127.0.1." + (1 + host % ADDRESSES);
    }

    @Override
    public void close() {
        nginx.close();
    }

    private static String configuration(int port) {
        String listen = IntStream.range(0, ADDRESSES)
                .mapToObj(host -> "    listen " + address(host) + ":" + port + " backlog=4096;\n")
                .collect(Collectors.joining());
        return """
                daemon off;
                master_process off;
                pid nginx.pid;
                worker_rlimit_nofile 20000;
                events { worker_connections 15000; }
                http {
                  access_log off;
                  keepalive_requests 1000000000;
                  keepalive_timeout 1h;
                  server {
                    listen 127.0.0.1:%d;
                %s
                    location = /requests { stub_status; }
                    location / { default_type text/plain; return 200 "all well\\n"; }
                  }
                }
                """.formatted(port, listen);
    }
}
