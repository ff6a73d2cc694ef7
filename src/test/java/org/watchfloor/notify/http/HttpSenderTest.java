package org.watchfloor.notify.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.watchfloor.notify.TestChannels.AMPLE;
import static org.watchfloor.notify.TestChannels.refused;
import static org.watchfloor.notify.TestChannels.retry;

import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.OpenSecrets;
import org.watchfloor.notify.TestChannels;
import org.watchfloor.notify.WebPeer;

/** What the answers of a receiver mean for a notice. */
class HttpSenderTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final WebPeer peer = new WebPeer();
    private final HttpSender sender = new HttpSender(InstantSource.fixed(NOW), TestChannels.THREADS);

    @AfterEach
    void stop() {
        peer.close();
    }

    @Test
    void triesUntilItIsAccepted() throws Exception {
        peer.answers(500, "oops").hangs().answers(asking(429, "7")).answers(204, "");

        assertThat(retry(send()).why()).isEqualTo("HTTP 500 from " + peer.name() + ": oops");
        assertThat(retry(send(Duration.ofMillis(300))).why())
                .isEqualTo("no answer from " + peer.name() + " within 300 ms");
        assertThat(retry(send()).after()).contains(Duration.ofSeconds(7));
        assertThat(send()).isEqualTo(Delivery.Accepted.PLAIN);
    }

    @Test
    void waitsAsLongAsItIsTold() throws Exception {
        assertThat(askedFor(503, "Mon, 05 Jan 2026 09:02:00 GMT")).isEqualTo(Duration.ofMinutes(2));
        assertThat(askedFor(429, "Mon, 05 Jan 2026 08:00:00 GMT")).isEqualTo(Duration.ZERO);
        assertThat(askedFor(429, "999999999")).isEqualTo(Duration.ofDays(1));
        peer.answers(asking(429, "soon"));
        assertThat(retry(send()).after()).isEmpty();
        peer.answers(asking(500, "9"));
        assertThat(retry(send()).after()).isEmpty();
    }

    @Test
    void givesUpWhereNothingWillChange() throws Exception {
        for (int status : new int[] {400, 401, 403, 404, 410, 422}) {
            peer.answers(status, "no\nway");
            assertThat(refused(send()).why()).isEqualTo("HTTP " + status + " from " + peer.name() + ": no way");
        }
    }

    @Test
    void doesNotFollowRedirects() throws Exception {
        peer.answers(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", peer.url() + "/other")
                .build());

        assertThat(refused(send()).why()).contains("HTTP 302", "redirects are not followed");
        assertThat(peer.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void readsOnlyTheBeginningOfAnAnswer() throws Exception {
        peer.answers(200, "x".repeat(1 << 20));

        Delivery delivery = sender.send(
                message(), new OpenSecrets(), AMPLE, body -> new Delivery.Refused(Integer.toString(body.length())));

        assertThat(delivery).isEqualTo(new Delivery.Refused("65536"));
    }

    @Test
    void isLateWhenTheBodyDrips() throws Exception {
        peer.answers(new MockResponse.Builder()
                .body("x".repeat(1000))
                .throttleBody(1, 1, TimeUnit.SECONDS)
                .build());

        assertThat(retry(send(Duration.ofMillis(500))).why()).contains("within 500 ms");
    }

    @Test
    void retriesWhenNobodyListens() throws Exception {
        String nowhere;
        try (ServerSocket closed = new ServerSocket(0)) {
            nowhere = "127.0.0.1:" + closed.getLocalPort();
        }

        Delivery delivery =
                sender.send(HttpMessage.post("http://" + nowhere, HttpMessage.JSON, "{}"), new OpenSecrets(), AMPLE);

        assertThat(retry(delivery).why()).isEqualTo("no answer from " + nowhere + ": connection refused");
    }

    @Test
    void retriesWhenTheNameIsUnknown() throws Exception {
        Delivery delivery = sender.send(
                HttpMessage.post("http://no-such-host.invalid/", HttpMessage.JSON, "{}"), new OpenSecrets(), AMPLE);

        assertThat(retry(delivery).why()).isEqualTo("no answer from no-such-host.invalid: the name is not known");
    }

    @Test
    void trustsOnlyKnownCertificates() throws Exception {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        HandshakeCertificates server =
                new HandshakeCertificates.Builder().heldCertificate(own).build();
        HandshakeCertificates client = new HandshakeCertificates.Builder()
                .addTrustedCertificate(own.certificate())
                .build();
        OkHttpClient knowing = new OkHttpClient.Builder()
                .sslSocketFactory(client.sslSocketFactory(), client.trustManager())
                .build();
        try (WebPeer secure = new WebPeer(server.sslSocketFactory())) {
            secure.answers(200, "").answers(200, "");
            HttpMessage message = HttpMessage.post(secure.url(), HttpMessage.JSON, "{}");

            assertThat(retry(sender.send(message, new OpenSecrets(), AMPLE)).why())
                    .contains("TLS failed");
            assertThat(new HttpSender(knowing, TestChannels.CLOCK, TestChannels.THREADS)
                            .send(message, new OpenSecrets(), AMPLE))
                    .isEqualTo(Delivery.Accepted.PLAIN);
        }
    }

    @Test
    void hidesSecretsThatComeBack() throws Exception {
        OpenSecrets secrets = new OpenSecrets();
        secrets.hideAlso("hunter2 &");
        peer.answers(400, "bad key hunter2 &, aHVudGVyMiAm, hunter2+%26");

        Delivery delivery = sender.send(message(), secrets, AMPLE);

        assertThat(refused(delivery).why()).endsWith("bad key ***, ***, ***");
    }

    @Test
    void stopsWhenTheProgramStops() throws Exception {
        peer.hangs();
        FutureTask<Delivery> task = new FutureTask<>(this::send);
        Thread thread = Thread.ofVirtual().start(task);
        peer.request();

        thread.interrupt();

        assertThatThrownBy(() -> task.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
    }

    private Duration askedFor(int status, String header) throws InterruptedException {
        peer.answers(asking(status, header));
        return retry(send()).after().orElseThrow();
    }

    private static MockResponse asking(int status, String header) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Retry-After", header)
                .build();
    }

    private HttpMessage message() {
        return HttpMessage.post(peer.url() + "/hook?token=topsecret", HttpMessage.JSON, "{}");
    }

    private Delivery send() throws InterruptedException {
        return send(AMPLE);
    }

    private Delivery send(Duration timeout) throws InterruptedException {
        return sender.send(message(), new OpenSecrets(), timeout);
    }
}
