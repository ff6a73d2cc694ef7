package org.watchfloor.recovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.model.Reason;
import org.watchfloor.notify.WebPeer;
import org.watchfloor.recovery.Texts;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepEnd.Outcome;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Values;

/** Requests that are sent again, to a real server on loopback. */
@SuppressWarnings("JdkObsolete") // one thread writes to the buffer while another looks into it
class HttpRepeatsTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final StringBuffer live = new StringBuffer();
    private final HttpPerformer performer = new HttpPerformer(
            InstantSource.fixed(NOON), Thread.ofVirtual().name("http-", 0).factory());

    @Test
    void sendsAgainAfterAStatusThatPasses() throws Exception {
        try (WebPeer peer = new WebPeer().answers(503, "busy").answers(200, "done")) {
            StepEnd end = run(step(peer.url(), quick(3)), AMPLE);

            assertThat(end).isEqualTo(new StepEnd(Outcome.SUCCEEDED, "HTTP 200, sent 2 times", "done"));
            assertThat(peer.server().getRequestCount()).isEqualTo(2);
            assertThat(live).contains("busy", "HTTP 503, expected 200-299; sent again after", "done");
        }
    }

    @Test
    void sendsNothingAgainAfterAStatusThatStays() throws Exception {
        try (WebPeer peer = new WebPeer().answers(404, "no")) {
            StepEnd end = run(step(peer.url(), quick(3)), AMPLE);

            assertThat(end.message()).isEqualTo("HTTP 404, expected 200-299");
            assertThat(peer.server().getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void givesUpAfterSoManyTries() throws Exception {
        try (WebPeer peer = new WebPeer().answers(503, "").answers(503, "").answers(503, "")) {
            StepEnd end = run(step(peer.url(), quick(2)), AMPLE);

            assertThat(end.message()).isEqualTo("HTTP 503, expected 200-299, sent 3 times");
        }
    }

    @Test
    void sendsAgainWhereNobodyListensIfThePolicySaysSo() throws Exception {
        String url;
        try (WebPeer peer = new WebPeer()) {
            url = peer.url();
        }

        assertThat(run(step(url, quick(1)), AMPLE).message()).endsWith("refuses the connection, sent 2 times");
        RetryPolicy other = new RetryPolicy(
                1, Duration.ofMillis(100), 1, Duration.ofMillis(100), 0, Set.of(Reason.CUT_OFF), Set.of());
        assertThat(run(step(url, other), AMPLE).message()).endsWith("refuses the connection");
    }

    @Test
    void waitsAsLongAsTheAnswerAsksFor() throws Exception {
        try (WebPeer peer =
                new WebPeer().answers(busy("1")).answers(busy(inASecond())).answers(200, "")) {
            long begin = System.nanoTime();

            StepEnd end = run(step(peer.url(), quick(3)), AMPLE);

            assertThat(end.isSuccess()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void failsAtOnceWhenItIsAskedToComeBackTooLate() throws Exception {
        try (WebPeer peer = new WebPeer().answers(busy("3600"))) {
            StepEnd end = run(step(peer.url(), quick(3)), AMPLE);

            assertThat(end.message()).isEqualTo("HTTP 429, expected 200-299, not sent again: no time is left for that");
        }
    }

    private static String inASecond() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(NOON.plusSeconds(1).atOffset(ZoneOffset.UTC));
    }

    private static MockResponse busy(String retryAfter) {
        return new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", retryAfter)
                .build();
    }

    private StepEnd run(HttpStep step, Duration timeout) throws Exception {
        return performer.perform(step, Values.NONE, timeout, live::append);
    }

    private static RetryPolicy quick(int max) {
        return new RetryPolicy(max, Duration.ofMillis(100), 1, Duration.ofMillis(100), 0, Set.of(), Set.of());
    }

    private static HttpStep step(String url, RetryPolicy policy) {
        return new HttpStep(
                HttpStep.Method.GET,
                Texts.text(url, Language.URL),
                Map.of(),
                Optional.empty(),
                List.of(StatusRange.SUCCESS),
                Optional.of(policy),
                Optional.empty());
    }
}
