package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the door speaks HTTP, to friends and to others. */
class ProtocolTest {
    private static final String HUGE =
            "POST /api/v1/checks/web-1/front/run HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n";

    private TestDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new TestDoor();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void answersAnUnknownPathWithAProblem() throws Exception {
        HttpResponse<String> response = door.get("/api/v2/hosts");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(TestDoor.tree(response.body()).get("status").asInt()).isEqualTo(404);
        assertThat(TestDoor.tree(response.body()).get("title").asString()).isEqualTo("Not found");
    }

    @Test
    void namesTheMethodsThatAPathKnows() throws Exception {
        HttpResponse<String> delete = door.send(door.to("/api/v1/hosts").DELETE());
        HttpResponse<String> get = door.get("/api/v1/checks/web-1/front/run");

        assertThat(delete.statusCode()).isEqualTo(405);
        assertThat(delete.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).hasValue("POST");
        assertThat(door.engine.told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/metrics", "/api/v1/checks", "/api/v1/events", "/nowhere"})
    void answersHeadWithoutABody(String path) throws Exception {
        HttpResponse<String> response = door.send(door.to(path).HEAD());

        assertThat(response.statusCode()).isEqualTo(path.equals("/nowhere") ? 404 : 200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void tellsTheLengthToHead() throws Exception {
        String length = Integer.toString(door.get("/api/v1/hosts").body().getBytes(StandardCharsets.UTF_8).length);

        assertThat(door.send(door.to("/api/v1/hosts").HEAD()).headers().firstValue("Content-Length"))
                .hasValue(length);
    }

    @Test
    void compressesWhatIsLargeForWhomAcceptsIt() throws Exception {
        HttpResponse<byte[]> large = door.send(
                door.to("/api/v1/openapi.json").header("Accept-Encoding", "br, gzip;q=0.5"),
                HttpResponse.BodyHandlers.ofByteArray());
        HttpResponse<String> small = door.send(door.to("/health/live").header("Accept-Encoding", "gzip"));
        HttpResponse<String> refused =
                door.send(door.to("/api/v1/openapi.json").header("Accept-Encoding", "gzip;q=0, identity"));

        assertThat(large.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(large.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(unzipped(large.body())).isEqualTo(refused.body());
        assertThat(small.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void sendsItsSecurityHeadersWithEveryAnswer() throws Exception {
        for (String path : List.of("/health", "/metrics", "/nowhere")) {
            Map<String, List<String>> headers = door.get(path).headers().map();

            assertThat(headers)
                    .containsEntry("cache-control", List.of("no-store"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("x-frame-options", List.of("DENY"))
                    .containsEntry("referrer-policy", List.of("no-referrer"))
                    .containsKey("content-security-policy")
                    .doesNotContainKey("access-control-allow-origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/hosts/..%2Fengine",
                "/api/v1/hosts/%2e%2e",
                "/api/v1/hosts/..",
                "/api/v1/hosts/web-1%2Ffront",
                "/api/v1/hosts/web-1/",
                "/api/v1//hosts",
                "/api/v1/hosts/%00",
                "/api/v1/hosts/%C3%A4%E2%82%AC",
                "/api/v1/hosts/web-1%0d%0aSet-Cookie:x",
                "/api/v1/checks/web-1/fr%6Fnt2",
                "/api/v1/incidents/-1",
                "/api/v1/incidents/999999999999999999999999",
                "/api/v1/incidents/0x7",
                "/he%61lth",
                "/HEALTH",
                "/health;v=1",
                "/"
            })
    void findsNothingBehindAHostilePath(String path) throws Exception {
        String answer = door.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 404")
                .contains("application/problem+json")
                .doesNotContain("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/hosts/%zz", "/api/v1/hosts/<x>", "//evil.example/x", "/api/v1/hosts/%"})
    void refusesAMalformedPath(String path) throws Exception {
        String answer = door.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 40[034].*").doesNotContain("at org.watchfloor");
    }

    @Test
    void findsNothingBehindAVeryLongPathAndDropsAnEndlessHead() throws Exception {
        String longPath = "/api/v1/hosts/" + "a".repeat(10_000);
        String endless = "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Filler: " + "a".repeat(2_000_000) + "\r\n\r\n";

        assertThat(door.raw("GET " + longPath + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
        assertThat(outcome(endless)).doesNotContain("HTTP/1.1 200");
    }

    @Test
    void refusesALargeBodyAnnouncedOrNot() throws Exception {
        String body = "{\"text\":\"" + "a".repeat(Call.LARGEST_BODY) + "\"}";
        HttpRequest.Builder chunked = door.to("/api/v1/incidents/7/notes")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));

        assertThat(door.post("/api/v1/incidents/7/notes", body).statusCode()).isEqualTo(413);
        assertThat(door.send(chunked).statusCode()).isEqualTo(413);
        assertThat(door.raw(HUGE)).startsWith("HTTP/1.1 413");
        assertThat(door.engine.told).isEmpty();
    }

    @Test
    void cutsOffAClientThatNeverEndsItsHead() throws Exception {
        long begin = System.nanoTime();

        String answer = door.raw("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow");

        assertThat(answer).doesNotContain("200");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(door.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void serves200ClientsAtOnceWhileOthersStall() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int index = 0; index < 50; index++) {
                Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), door.door.port());
                socket.getOutputStream().write("GET /hea".getBytes(StandardCharsets.US_ASCII));
                stalled.add(socket);
            }
            List<Future<Integer>> answers = new ArrayList<>();
            for (int index = 0; index < 200; index++) {
                answers.add(clients.submit(
                        () -> door.get("/api/v1/checks/web-1/front").statusCode()));
            }

            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void saysWithoutInternalsThatItHasADefect() throws Exception {
        door.engine.stick(CompletableFuture.failedFuture(new IllegalStateException("jdbc:h2:/secret/place")));

        HttpResponse<String> response = door.get("/api/v1/incidents/99");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body())
                .contains("the store could not answer")
                .doesNotContain("secret", "jdbc", "Exception");
    }

    @Test
    void answersADefectWith500AndNothingOfItsInside() throws Exception {
        door.machine.set(null);

        HttpResponse<String> response = door.get("/health/system");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).doesNotContain("NullPointer", "org.watchfloor");
    }

    private String outcome(String request) {
        try {
            return door.raw(request);
        } catch (IOException e) {
            return "cut off";
        }
    }

    private static String unzipped(byte[] body) throws Exception {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
