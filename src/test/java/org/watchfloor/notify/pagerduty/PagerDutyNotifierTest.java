package org.watchfloor.notify.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.notify.TestChannels.assertProblem;
import static org.watchfloor.notify.TestChannels.open;
import static org.watchfloor.notify.TestChannels.refused;
import static org.watchfloor.notify.TestChannels.retry;
import static org.watchfloor.notify.TestChannels.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notices;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.TestChannels;
import org.watchfloor.notify.WebPeer;
import tools.jackson.databind.JsonNode;

/** PagerDuty's Events API v2. */
class PagerDutyNotifierTest {
    private static final PagerDutyNotifierType TYPE = new PagerDutyNotifierType(TestChannels.SENDER, Notices.TEXT);
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String TAKEN = "{\"status\":\"success\",\"message\":\"Event processed\"}";

    private final WebPeer peer = new WebPeer();

    @TempDir
    Path files;

    @AfterEach
    void stop() {
        peer.close();
    }

    @Test
    void triggersWithAllRequiredFields() throws Exception {
        peer.answers(202, TAKEN);

        assertThat(send(notifier(), Notices.firing())).isEqualTo(Delivery.Accepted.PLAIN);

        RecordedRequest request = peer.request();
        assertThat(request.getMethod() + " " + request.getUrl().encodedPath()).isEqualTo("POST /v2/enqueue");
        JsonNode event = WebPeer.json(request);
        assertThat(event.path("routing_key").asString()).isEqualTo(KEY);
        assertThat(event.path("event_action").asString()).isEqualTo("trigger");
        assertThat(event.path("dedup_key").asString()).isEqualTo("e-17");
        assertThat(event.path("links").path(0).path("href").asString()).isEqualTo(Notices.RUNBOOK);
        JsonNode payload = event.path("payload");
        assertThat(payload.path("summary").asString()).startsWith("[P1] web-1/front is down");
        assertThat(payload.path("source").asString()).isEqualTo("web-1");
        assertThat(payload.path("severity").asString()).isEqualTo("critical");
        assertThat(payload.path("timestamp").asString()).isEqualTo("2026-01-05T09:00:00Z");
        assertThat(payload.path("component").asString()).isEqualTo("front");
        assertThat(payload.path("group").asString()).isEqualTo("web");
        assertThat(payload.path("class").asString()).isEqualTo("down");
        assertThat(payload.path("custom_details").path("text").asString()).contains("the shop is closed");
    }

    @Test
    void acknowledgesAndResolvesTheSameIncident() throws Exception {
        peer.answers(202, TAKEN).answers(202, TAKEN);

        send(notifier(), Notices.acknowledged());
        send(notifier(), Notices.resolved());

        JsonNode acknowledged = WebPeer.json(peer.request());
        JsonNode resolved = WebPeer.json(peer.request());
        assertThat(acknowledged.path("event_action").asString()).isEqualTo("acknowledge");
        assertThat(resolved.path("event_action").asString()).isEqualTo("resolve");
        assertThat(acknowledged.path("dedup_key")).isEqualTo(resolved.path("dedup_key"));
    }

    @Test
    void speaksItsFourSeverities() throws Exception {
        assertThat(severity(Severity.HIGH)).isEqualTo("error");
        assertThat(severity(Severity.MEDIUM)).isEqualTo("warning");
        assertThat(severity(Severity.LOW)).isEqualTo("warning");
        assertThat(severity(Severity.INFO)).isEqualTo("info");
    }

    @Test
    void keepsWithinTheLimits() throws Exception {
        peer.answers(202, TAKEN);
        Notice.Item long1 = Notices.item("x".repeat(5_000));

        send(notifier(), Notices.of(Notice.Kind.FIRING, long1));

        assertThat(WebPeer.json(peer.request()).path("payload").path("summary").asString())
                .hasSizeLessThanOrEqualTo(1_024);
    }

    @Test
    void triesAgainOrGivesUp() throws Exception {
        peer.answers(429, "")
                .answers(500, "")
                .answers(400, "{\"status\":\"invalid event\",\"errors\":[\"routing_key " + KEY + " is invalid\"]}")
                .answers(202, TAKEN);

        retry(send(notifier(), Notices.firing()));
        retry(send(notifier(), Notices.firing()));
        assertThat(refused(send(notifier(), Notices.firing())).why())
                .contains("HTTP 400", "routing_key *** is invalid")
                .doesNotContain(KEY);
        assertThat(send(notifier(), Notices.firing())).isEqualTo(Delivery.Accepted.PLAIN);
    }

    @Test
    void tellsMistakes() {
        assertProblem(TYPE, "{}", "\"routing-key\" is missing");
        assertProblem(TYPE, "{routing-key: " + KEY + "}", "holds a secret itself");
        assertThat(TestChannels.read(TYPE, "routing-key: ${PD}").baseUrl()).hasToString("https://events.pagerduty.com");
    }

    private String severity(Severity severity) throws Exception {
        peer.answers(202, TAKEN);
        Notice.Item item = Notices.item("a", severity, Optional.empty(), Optional.empty());
        send(notifier(), Notices.of(Notice.Kind.FIRING, item));
        return WebPeer.json(peer.request()).path("payload").path("severity").asString();
    }

    private Notifier notifier() throws IOException {
        Path key = Files.writeString(files.resolve("key"), KEY);
        return open(TYPE, "{routing-key: 'file:" + key + "', base-url: '" + peer.url() + "/'}");
    }
}
