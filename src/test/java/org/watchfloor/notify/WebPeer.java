package org.watchfloor.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on loopback that answers what it is told and remembers what it was asked. */
public final class WebPeer implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();

    private final String scheme;

    public WebPeer() {
        this("http");
    }

    public WebPeer(SSLSocketFactory sockets) {
        this("https");
        server.useHttps(sockets);
    }

    private WebPeer(String scheme) {
        this.scheme = scheme;
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return scheme + "://127.0.0.1:" + server.getPort();
    }

    public String name() {
        return "127.0.0.1:" + server.getPort();
    }

    public MockWebServer server() {
        return server;
    }

    public WebPeer answers(int status, String body) {
        return answers(new MockResponse.Builder().code(status).body(body).build());
    }

    public WebPeer answers(MockResponse response) {
        server.enqueue(response);
        return this;
    }

    /** Takes the request and says nothing. */
    public WebPeer hangs() {
        return answers(new MockResponse.Builder()
                .headersDelay(1, TimeUnit.HOURS)
                .code(200)
                .build());
    }

    public RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(20, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return Objects.requireNonNull(request);
    }

    public static String text(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }

    public static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    public static JsonNode json(RecordedRequest request) {
        return JsonMapper.shared().readTree(text(request));
    }

    @Override
    public void close() {
        server.close();
    }
}
