package org.watchfloor.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The web servers of the lab, seen from outside. */
class LabWebTest {
    @AutoClose
    private final Lab lab = Labs.open();

    private OkHttpClient client = new OkHttpClient();

    LabWebTest() throws IOException {}

    @BeforeEach
    void connect() throws Exception {
        client = new OkHttpClient.Builder()
                .sslSocketFactory(Labs.trust().sslSocketFactory(), Labs.trust().trustManager())
                .readTimeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterEach
    void disconnect() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    @Test
    void servesPages() throws IOException {
        assertThat(body("web-1/http", "/")).contains("Served by web-1.");
        assertThat(body("web-2/http", "/health?deep=1")).contains("\"status\":\"ok\"");
        assertThat(status("web-3/http", "/nothing")).isEqualTo(404);
    }

    @Test
    void servesOverTls() throws IOException {
        try (Response response = get("https", "api-1/https", "/health", client)) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.body().string()).contains("\"connected\":true");
        }
    }

    @Test
    void keepsConnections() throws IOException {
        status("web-1/http", "/");
        status("web-1/http", "/");

        assertThat(client.connectionPool().connectionCount()).isEqualTo(1);
    }

    @Test
    void answersHeadWithoutABody() throws IOException {
        Request request =
                new Request.Builder().url(url("http", "web-1/http", "/")).head().build();
        try (Response response = client.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.header("Content-Length")).isNotNull();
        }
    }

    @Test
    void asksForAPassword() throws IOException {
        String known = Credentials.basic(
                SshProtocol.USER, Resources.text("password.txt").strip());

        assertThat(session("")).isEqualTo(401);
        assertThat(session(Credentials.basic("watch", "guess"))).isEqualTo(401);
        assertThat(session(known)).isEqualTo(200);

        lab.set("auth-1", Fault.AUTH_REFUSED);
        assertThat(session(known)).isEqualTo(401);
    }

    @Test
    void refuses() throws IOException {
        lab.set("web-1/http", Fault.REFUSE);

        assertThatThrownBy(() -> status("web-1/http", "/")).isInstanceOf(ConnectException.class);
        assertMended();
    }

    @Test
    void answers503() throws IOException {
        lab.set("web-1/http", Fault.ERROR_5XX);

        assertThat(status("web-1/http", "/")).isEqualTo(503);
        assertMended();
    }

    @Test
    void answersWithAStrangePage() throws IOException {
        lab.set("web-1/http", Fault.WRONG_BODY);

        assertThat(status("web-1/http", "/health")).isEqualTo(200);
        assertThat(body("web-1/http", "/health")).doesNotContain("ok").contains("It works");
        assertMended();
    }

    @Test
    void answersLate() throws IOException {
        lab.set("web-1/http", Fault.DELAY);

        long before = System.nanoTime();
        assertThat(status("web-1/http", "/")).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertMended();
    }

    @Test
    void hangs() throws IOException {
        lab.set("web-1/http", Fault.HANG);
        OkHttpClient hasty =
                client.newBuilder().readTimeout(Duration.ofMillis(300)).build();

        assertThatThrownBy(() -> get("http", "web-1/http", "/", hasty)).isInstanceOf(SocketTimeoutException.class);
        assertMended();
    }

    @Test
    void cutsInTheMiddleOfTheBody() throws IOException {
        lab.set("web-1/http", Fault.CUT);

        try (Response response = get("http", "web-1/http", "/", client)) {
            assertThat(response.code()).isEqualTo(200);
            assertThatThrownBy(() -> response.body().string()).isInstanceOf(ProtocolException.class);
        }
        assertMended();
    }

    @Test
    void dripsTheBody() throws IOException {
        lab.set("web-1/http", Fault.DRIP);

        try (Response response = get("http", "web-1/http", "/", client)) {
            long before = System.nanoTime();
            response.body().source().require(4);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(500));
        }
        assertMended();
    }

    @Test
    void survivesHostileRequests() throws IOException {
        for (String request : new String[] {
            "\r\n\r\n",
            "GET / SPDY/9\r\n\r\n",
            "GET " + "x".repeat(100_000),
            "GET / HTTP/1.1\r\n:\r\n\r\n",
            "\0\0\0\0\n"
        }) {
            try (Socket socket = new Socket()) {
                socket.connect(Labs.address(lab, "web-1/http"), 2_000);
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                assertThat(drained(socket)).isZero();
            }
        }
        assertMended();
    }

    /** A reset while the rest of the request is on its way is as good as an end. */
    private static int drained(Socket socket) throws IOException {
        try {
            return socket.getInputStream().readAllBytes().length;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return 0;
        }
    }

    private void assertMended() throws IOException {
        lab.mend("web-1/http");
        assertThat(lab.fault("web-1/http")).isEmpty();
        assertThat(body("web-1/http", "/")).contains("Served by web-1.");
    }

    private int session(String authorization) throws IOException {
        Request request = new Request.Builder()
                .url(url("https", "auth-1/https", "/session"))
                .header("Authorization", authorization)
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }

    private int status(String service, String path) throws IOException {
        try (Response response = get("http", service, path, client)) {
            return response.code();
        }
    }

    private String body(String service, String path) throws IOException {
        try (Response response = get("http", service, path, client)) {
            return response.body().string();
        }
    }

    private Response get(String scheme, String service, String path, OkHttpClient with) throws IOException {
        return with.newCall(
                        new Request.Builder().url(url(scheme, service, path)).build())
                .execute();
    }

    private String url(String scheme, String service, String path) {
        return scheme + "://127.0.0.1:" + Labs.port(lab, service) + path;
    }
}
