package org.watchfloor.recovery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.notify.WebPeer;
import org.watchfloor.probe.tls.TlsPeers;
import org.watchfloor.recovery.Texts;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepEnd.Outcome;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;

/** Requests to a real server on loopback. */
@SuppressWarnings("JdkObsolete") // one thread writes to the buffer while another looks into it
class HttpPerformerTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(600);

    @TempDir
    private Path directory;

    private final StringBuffer live = new StringBuffer();
    private final HttpPerformer performer = new HttpPerformer(
            InstantSource.system(), Thread.ofVirtual().name("http-", 0).factory());

    @Test
    void succeedsWithAnExpectedStatus() throws Exception {
        try (WebPeer peer = new WebPeer().answers(202, "begun\n")) {
            assertThat(run(post(peer.url() + "/go"), Values.NONE))
                    .isEqualTo(new StepEnd(Outcome.SUCCEEDED, "HTTP 202", "begun\n"));
            assertThat(live).hasToString("begun\n");
            RecordedRequest request = peer.request();
            assertThat(request.getRequestLine()).isEqualTo("POST /go HTTP/1.1");
            assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Watchfloor");
        }
    }

    @Test
    void failsWithAnyOtherStatus() throws Exception {
        try (WebPeer peer = new WebPeer().answers(503, "busy")) {
            assertThat(run(post(peer.url()), Values.NONE))
                    .isEqualTo(new StepEnd(Outcome.FAILED, "HTTP 503, expected 200-299", "busy"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 401, 408, 421, 503})
    void sendsARequestOnceWhateverTheAnswer(int status) throws Exception {
        MockResponse again = new MockResponse.Builder()
                .code(status)
                .addHeader("Location", "/elsewhere")
                .addHeader("Retry-After", "0")
                .addHeader("WWW-Authenticate", "Basic realm=x")
                .build();
        for (HttpStep.Method method : HttpStep.Method.values()) {
            try (WebPeer peer = new WebPeer().answers(again).answers(200, "")) {
                StepEnd end = run(step(method, peer.url(), Map.of(), Optional.empty()), Values.NONE);

                assertThat(end.message()).isEqualTo("HTTP " + status + ", expected 200-299");
                assertThat(peer.server().getRequestCount()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.recovery.Texts#hostile")
    void handsOverHostileValuesAsTheyAre(String value) throws Exception {
        try (WebPeer peer = new WebPeer().answers(200, "")) {
            HttpBody body = HttpBody.Form.of(Map.of("a", Texts.text("{{value}}", Language.FORM)));

            run(
                    step(HttpStep.Method.POST, peer.url() + "/x?q={{value}}&r=1", Map.of(), Optional.of(body)),
                    Texts.value(value));

            RecordedRequest request = peer.request();
            assertThat(request.getUrl().queryParameter("q")).isEqualTo(value);
            assertThat(request.getUrl().queryParameterNames()).containsExactly("q", "r");
            assertThat(URLDecoder.decode(WebPeer.text(request), StandardCharsets.UTF_8))
                    .isEqualTo("a=" + value);
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        }
    }

    @Test
    void keepsSecretsOutOfAllThatComesBack() throws Exception {
        String secret = "p%ss \"w\\rd";
        Values values = Texts.secret(directory, secret);
        HttpBody body = new HttpBody.Json(Texts.text("{\"k\": \"{{secret.key}}\"}", Language.JSON));
        try (WebPeer peer = new WebPeer()) {
            peer.answers(500, "no: p%ss \"w\\rd p%25ss%20%22w%5Crd p%ss \\\"w\\\\rd");
            HttpStep step = step(
                    HttpStep.Method.POST,
                    peer.url() + "/{{secret.key}}",
                    Map.of("X-Key", Texts.text("{{secret.key}}", Language.HEADER)),
                    Optional.of(body));

            StepEnd end = run(step, values);

            assertThat(end).isEqualTo(new StepEnd(Outcome.FAILED, "HTTP 500, expected 200-299", "no: ••• ••• •••"));
            RecordedRequest request = peer.request();
            assertThat(request.getUrl().pathSegments()).containsExactly(secret);
            assertThat(request.getHeaders().get("X-Key")).isEqualTo(secret);
            assertThat(WebPeer.json(WebPeer.text(request)).get("k").asString()).isEqualTo(secret);
        }
    }

    @Test
    void leavesTheContentTypeToTheOperator() throws Exception {
        try (WebPeer peer = new WebPeer().answers(200, "")) {
            run(
                    step(
                            HttpStep.Method.PUT,
                            peer.url(),
                            Map.of("content-type", Texts.text("application/merge-patch+json", Language.HEADER)),
                            Optional.of(new HttpBody.Json(Texts.text("{}", Language.JSON)))),
                    Values.NONE);

            assertThat(peer.request().getHeaders().values("Content-Type"))
                    .containsExactly("application/merge-patch+json");
        }
    }

    @Test
    void readsOnlyTheBeginningOfALongAnswer() throws Exception {
        String whole = "y".repeat(Exchange.MOST);
        try (WebPeer peer = new WebPeer().answers(200, whole).answers(200, whole + "z".repeat(1 << 20))) {
            assertThat(run(post(peer.url()), Values.NONE).output()).isEqualTo(whole);
            assertThat(run(post(peer.url()), Values.NONE).output())
                    .isEqualTo(whole + "\n… the answer is longer than 64 KiB; the rest is left out …\n");
        }
    }

    @Test
    void endsARequestAtItsTime() throws Exception {
        MockResponse dripping = new MockResponse.Builder()
                .body("drop ".repeat(1000))
                .throttleBody(5, 100, TimeUnit.MILLISECONDS)
                .build();
        try (WebPeer peer = new WebPeer().hangs().answers(dripping)) {
            String late = "ended after 600 ms, which is all that it gets";
            assertThat(performer.perform(post(peer.url()), Values.NONE, SHORT, live::append))
                    .isEqualTo(StepEnd.failed(late));
            StepEnd drops = performer.perform(post(peer.url()), Values.NONE, SHORT, live::append);
            assertThat(drops.message()).isEqualTo(late);
            assertThat(drops.output()).startsWith("drop ");
        }
    }

    @Test
    void isEndedByAnInterrupt() throws Exception {
        try (WebPeer peer = new WebPeer().hangs()) {
            FutureTask<StepEnd> running = new FutureTask<>(() -> run(post(peer.url()), Values.NONE));
            Thread caller = Thread.startVirtualThread(running);
            peer.request();

            caller.interrupt();

            assertThatThrownBy(running::get).hasCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void tellsWhatWasNotSentFromWhatNobodyKnows() throws Exception {
        WebPeer gone = new WebPeer();
        gone.close();
        assertThat(run(post(gone.url()), Values.NONE).message())
                .isEqualTo("not sent: " + gone.name() + " refuses the connection");
        assertThat(run(post("http://no-such-host.invalid/"), Values.NONE).message())
                .isEqualTo("not sent: the name no-such-host.invalid is not known");
        MockResponse hangUp = new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
        MockResponse breakOff = new MockResponse.Builder()
                .body("half of it".repeat(100))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
        try (WebPeer peer = new WebPeer().answers(hangUp).answers(breakOff)) {
            assertThat(run(post(peer.url()), Values.NONE).message())
                    .startsWith("no answer from " + peer.name() + ": ")
                    .endsWith("; nobody knows what it did");
            assertThat(run(post(peer.url()), Values.NONE).message())
                    .isEqualTo("HTTP 200, but the answer of " + peer.name() + " broke off");
            assertThat(peer.server().getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void trustsItsOwnAuthorityOnly() throws Exception {
        Path own = TlsPeers.authorityFile(directory);
        Path other = Files.writeString(
                directory.resolve("other.pem"), TlsPeers.selfSigned().certificatePem());
        try (WebPeer peer = new WebPeer(TlsPeers.serving(TlsPeers.good()).getSocketFactory())) {
            peer.answers(200, "secure");
            assertThat(run(trusting(peer, own), Values.NONE))
                    .isEqualTo(new StepEnd(Outcome.SUCCEEDED, "HTTP 200", "secure"));
            assertThat(run(trusting(peer, other), Values.NONE).message())
                    .startsWith("not sent: TLS with " + peer.name() + " failed: ");
            assertThat(run(post(peer.url()), Values.NONE).message())
                    .startsWith("not sent: TLS with " + peer.name() + " failed: ");
            assertThat(peer.server().getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void saysWhatIsWrongWithTheAuthority() throws Exception {
        Path gone = directory.resolve("gone.pem");
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        Path damaged = Files.writeString(
                directory.resolve("damaged.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        try (WebPeer peer = new WebPeer()) {
            assertNotSent(trusting(peer, gone), "cannot be read");
            assertNotSent(trusting(peer, empty), "holds no certificate");
            assertNotSent(trusting(peer, damaged), "is damaged");
            assertThat(peer.server().getRequestCount()).isZero();
        }
    }

    private void assertNotSent(HttpStep step, String why) {
        assertThatThrownBy(() -> run(step, Values.NONE))
                .isInstanceOf(NotRendered.class)
                .hasMessageContainingAll("not sent", why);
    }

    private StepEnd run(HttpStep step, Values values) throws Exception {
        return performer.perform(step, values, AMPLE, live::append);
    }

    private static HttpStep post(String url) {
        return step(HttpStep.Method.POST, url, Map.of(), Optional.empty());
    }

    private static HttpStep step(
            HttpStep.Method method, String url, Map<String, Template> headers, Optional<HttpBody> body) {
        return new HttpStep(
                method,
                Texts.text(url, Language.URL),
                headers,
                body,
                List.of(StatusRange.SUCCESS),
                Optional.empty(),
                Optional.empty());
    }

    private static HttpStep trusting(WebPeer peer, Path authority) {
        HttpStep step = post(peer.url());
        return new HttpStep(
                step.method(),
                step.url(),
                step.headers(),
                step.body(),
                step.expect(),
                Optional.empty(),
                Optional.of(authority));
    }
}
