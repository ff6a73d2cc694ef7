package org.watchfloor.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.probe.net.Looks.assertUp;
import static org.watchfloor.probe.net.Looks.fact;
import static org.watchfloor.probe.net.Looks.measured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Phase;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.Looks;

/** What a look at a healthy server sends and brings home. */
class HttpProbeTest {
    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path files;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void measuresPhasesSizeAndStatus() {
        server.enqueue(new MockResponse.Builder().body("hello").build());

        Observation seen = HttpLooks.look("url: http://localhost:" + server.getPort() + "/health");

        assertUp(seen);
        assertThat(seen.outcome().message()).matches("HTTP 200 in \\d+ ms");
        assertThat(seen.timings().phases().keySet())
                .containsExactly(Phase.NAME, Phase.CONNECT, Phase.FIRST_BYTE, Phase.BODY);
        assertThat(measured(seen, "size_bytes")).isEqualTo(5);
        assertThat(measured(seen, "status")).isEqualTo(200);
    }

    @Test
    void showsStatusLineHeadersBodyAndPeerButNoCookie() {
        server.enqueue(new MockResponse.Builder()
                .body("hello")
                .addHeader("X-Node", "a7")
                .addHeader("Set-Cookie", "session=topsecret")
                .build());

        Observation seen = HttpLooks.look(url());

        assertThat(fact(seen, "status line")).isEqualTo("HTTP/1.1 200 OK");
        assertThat(fact(seen, "protocol")).isEqualTo("http/1.1");
        assertThat(fact(seen, "header X-Node")).isEqualTo("a7");
        assertThat(fact(seen, "header Set-Cookie")).isEqualTo("***");
        assertThat(fact(seen, "body")).isEqualTo("hello");
        assertThat(fact(seen, "remote address")).isEqualTo("127.0.0.1:" + server.getPort());
        assertThat(seen.facts().toString()).doesNotContain("topsecret");
    }

    @Test
    void sendsMethodHeadersAndBody() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(201).build());

        Observation seen = HttpLooks.look(url() + """

                method: post
                headers: {Content-Type: application/json, X-Trace: "7"}
                body: '{"ping": true}'
                """);

        assertUp(seen);
        RecordedRequest request = request();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("X-Trace")).isEqualTo("7");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Watchfloor");
        assertThat(request.getBody())
                .isNotNull()
                .extracting(body -> body.utf8())
                .isEqualTo("{\"ping\": true}");
    }

    @Test
    void sendsBasicCredentialsFromAFile() throws Exception {
        Path password = Files.writeString(files.resolve("password"), "s3cret-äö\n");
        server.enqueue(new MockResponse.Builder().build());

        assertUp(HttpLooks.look(url() + "\nauth: {basic: {user: ann, password: 'file:" + password + "'}}"));

        assertThat(request().getHeaders().get("Authorization"))
                .isEqualTo(okhttp3.Credentials.basic("ann", "s3cret-äö", java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void sendsBearerAndHeaderSecretsAndHidesThemInEchoes() throws Exception {
        Path token = Files.writeString(files.resolve("token"), "tok-4711");
        server.enqueue(
                new MockResponse.Builder().body("you are Bearer tok-4711").build());
        server.enqueue(
                new MockResponse.Builder().addHeader("X-Echo", "tok-4711").build());

        Observation bearer = HttpLooks.look(url() + "\nauth: {bearer: 'file:" + token + "'}");
        Observation header = HttpLooks.look(url() + "\nauth: {header: {name: X-Api-Key, value: 'file:" + token + "'}}");

        assertThat(request().getHeaders().get("Authorization")).isEqualTo("Bearer tok-4711");
        assertThat(request().getHeaders().get("X-Api-Key")).isEqualTo("tok-4711");
        assertThat(fact(bearer, "body")).isEqualTo("you are Bearer ***");
        assertThat(fact(header, "header X-Echo")).isEqualTo("***");
    }

    @Test
    void opensAFreshConnectionForEveryLook() throws InterruptedException {
        Probe probe = HttpLooks.probe(url());

        List<Integer> exchanges = twoLooks(probe);

        assertThat(exchanges).containsExactly(0, 0);
    }

    @Test
    void keepsTheConnectionWithReuse() throws InterruptedException {
        Probe probe = HttpLooks.probe(url() + "\nreuse: true");

        List<Integer> exchanges = twoLooks(probe);

        assertThat(exchanges).containsExactly(0, 1);
    }

    @Test
    void speaksHttp2WithoutTls() throws IOException, InterruptedException {
        try (MockWebServer h2 = new MockWebServer()) {
            h2.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            h2.start();
            h2.enqueue(new MockResponse.Builder().body("two").build());

            Observation seen = HttpLooks.look("{url: 'http://127.0.0.1:" + h2.getPort() + "', protocol: h2c}");

            assertUp(seen);
            assertThat(fact(seen, "protocol")).isEqualTo("h2_prior_knowledge");
            assertThat(fact(seen, "body")).isEqualTo("two");
        }
    }

    @Test
    void asksThroughAProxyWhichResolvesTheName() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("by proxy").build());

        Observation seen =
                HttpLooks.look("{url: 'http://inside.invalid/x', proxy: 'http://127.0.0.1:" + server.getPort() + "'}");

        assertUp(seen);
        assertThat(request().getRequestLine()).startsWith("GET http://inside.invalid/x ");
    }

    @Test
    void keepsOnlyTheBeginningOfALargeBodyThatNobodyLooksAt() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(100_000)).build());

        Observation seen = HttpLooks.look(url());

        assertUp(seen);
        assertThat(measured(seen, "size_bytes")).isEqualTo(100_000);
        assertThat(fact(seen, "body")).hasSize(4097).endsWith("x…");
    }

    @Test
    void namesItsTargetInTheSummary() {
        assertThat(HttpLooks.check(url() + "\nmethod: HEAD").summary())
                .isEqualTo("HEAD http://127.0.0.1:" + server.getPort() + "/");
    }

    private List<Integer> twoLooks(Probe probe) throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("1").build());
        server.enqueue(new MockResponse.Builder().body("2").build());
        assertUp(Looks.run(probe, java.time.Duration.ofSeconds(10)));
        assertUp(Looks.run(probe, java.time.Duration.ofSeconds(10)));
        return List.of(request().getExchangeIndex(), request().getExchangeIndex());
    }

    private RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return request;
    }

    private String url() {
        return "url: http://127.0.0.1:" + server.getPort() + "/";
    }
}
