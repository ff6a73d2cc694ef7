package org.watchfloor.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.notify.TestChannels.AMPLE;
import static org.watchfloor.notify.TestChannels.assertProblem;
import static org.watchfloor.notify.TestChannels.open;
import static org.watchfloor.notify.TestChannels.refused;
import static org.watchfloor.notify.TestChannels.retry;
import static org.watchfloor.notify.TestChannels.send;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notices;
import org.watchfloor.notify.TestChannels;
import org.watchfloor.notify.WebPeer;
import tools.jackson.databind.JsonNode;

/** Webhooks: Alertmanager's body, own bodies, signatures and credentials. */
class WebhookNotifierTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final WebhookNotifierType TYPE =
            new WebhookNotifierType(TestChannels.SENDER, Notices.TEXT, InstantSource.fixed(NOW));

    private final WebPeer peer = new WebPeer();

    @TempDir
    Path files;

    @AfterEach
    void stop() {
        peer.close();
    }

    @Test
    void sendsWhatAlertmanagerSends() throws Exception {
        peer.answers(200, "");

        Delivery delivery = send(open(TYPE, url() + ", external-url: 'https://floor.example.org/'}"), Notices.firing());

        assertThat(delivery).isEqualTo(new Delivery.Accepted(Optional.of(Notices.EPISODE)));
        RecordedRequest request = peer.request();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo("watchfloor-e-17-7");
        JsonNode body = WebPeer.json(request);
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder(
                        "receiver",
                        "status",
                        "alerts",
                        "groupLabels",
                        "commonLabels",
                        "commonAnnotations",
                        "externalURL",
                        "version",
                        "groupKey",
                        "truncatedAlerts",
                        "notification_reason");
        assertThat(body.path("version").asString()).isEqualTo("4");
        assertThat(body.path("status").asString()).isEqualTo("firing");
        assertThat(body.path("receiver").asString()).isEqualTo("ops");
        assertThat(body.path("externalURL").asString()).isEqualTo("https://floor.example.org/");
        assertThat(body.path("groupKey").asString()).isEqualTo("{}:{host=\"web-1\"}");
        assertThat(body.path("truncatedAlerts").isInt()).isTrue();
        assertThat(body.path("notification_reason").asString()).isEqualTo("first notification");
    }

    @Test
    void namesEachAlertInPrometheusWords() throws Exception {
        peer.answers(200, "");
        Notice.Item warning = Notices.item("b", Severity.MEDIUM, Optional.empty(), Optional.empty());

        send(open(TYPE, url() + "}"), Notices.of(Notice.Kind.FIRING, Notices.ended(), warning));

        JsonNode body = WebPeer.json(peer.request());
        JsonNode ended = body.path("alerts").path(0);
        assertThat(ended.propertyNames())
                .containsExactlyInAnyOrder(
                        "status", "labels", "annotations", "startsAt", "endsAt", "generatorURL", "fingerprint");
        assertThat(ended.path("status").asString()).isEqualTo("resolved");
        assertThat(ended.path("endsAt").asString()).isEqualTo("2026-01-05T09:12:00Z");
        assertThat(ended.path("fingerprint").asString()).hasSize(16);
        assertThat(ended.path("labels").path("alertname").asString()).isEqualTo("down");
        assertThat(ended.path("labels").path("severity").asString()).isEqualTo("critical");
        assertThat(ended.path("annotations").path("runbook_url").asString()).isEqualTo(Notices.RUNBOOK);
        JsonNode firing = body.path("alerts").path(1);
        assertThat(firing.path("endsAt").asString()).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(firing.path("labels").path("severity").asString()).isEqualTo("warning");
        assertThat(body.path("commonLabels").propertyNames())
                .contains("alertname", "host")
                .doesNotContain("severity");
        assertThat(body.path("commonAnnotations").propertyNames())
                .contains("description")
                .doesNotContain("summary");
    }

    @Test
    void saysWhyItTells() throws Exception {
        peer.answers(200, "").answers(200, "");
        var notifier = open(TYPE, url() + "}");

        notifier.send(Notices.firing(), Optional.of(Notices.EPISODE), AMPLE);
        notifier.send(Notices.resolved(), Optional.of(Notices.EPISODE), AMPLE);

        assertThat(WebPeer.json(peer.request()).path("notification_reason").asString())
                .isEqualTo("new alerts added");
        JsonNode resolved = WebPeer.json(peer.request());
        assertThat(resolved.path("notification_reason").asString()).isEqualTo("all alerts resolved");
        assertThat(resolved.path("status").asString()).isEqualTo("resolved");
    }

    @Test
    void signsWhatItSends() throws Exception {
        peer.answers(200, "");
        Path key = Files.writeString(files.resolve("key"), "s3cret\n");

        send(open(TYPE, url() + ", signing-key: 'file:" + key + "'}"), Notices.firing());

        RecordedRequest request = peer.request();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((NOW.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
        String expected =
                HexFormat.of().formatHex(mac.doFinal(WebPeer.text(request).getBytes(StandardCharsets.UTF_8)));
        assertThat(request.getHeaders().get("X-Watchfloor-Signature"))
                .isEqualTo("t=" + NOW.getEpochSecond() + ",v1=" + expected);
    }

    @Test
    void sendsAnOwnBodyWithOwnHeaders() throws Exception {
        peer.answers(200, "");
        Notice odd = Notices.of(Notice.Kind.FIRING, Notices.item("say \"no\"\\"));

        send(open(TYPE, url() + ", headers: {X-Team: ops}, body: '{\"t\": \"{{title}}\"}'}"), odd);

        RecordedRequest request = peer.request();
        assertThat(request.getHeaders().get("X-Team")).isEqualTo("ops");
        assertThat(WebPeer.json(request).path("t").asString()).isEqualTo("[P1] say \"no\"\\");
    }

    @Test
    void provesWhoItIsWithoutTellingIt() throws Exception {
        Path token = Files.writeString(files.resolve("token"), "hunter2\n");
        peer.answers(403, "not you, hunter2").answers(403, "b3BzOmh1bnRlcjI=");

        Delivery bearer = send(open(TYPE, url() + ", auth: {bearer: 'file:" + token + "'}}"), Notices.firing());
        Delivery basic = send(
                open(TYPE, url() + ", auth: {basic: {user: ops, password: 'file:" + token + "'}}}"), Notices.firing());

        assertThat(peer.request().getHeaders().get("Authorization")).isEqualTo("Bearer hunter2");
        assertThat(peer.request().getHeaders().get("Authorization")).isEqualTo("Basic b3BzOmh1bnRlcjI=");
        assertThat(refused(bearer).why()).isEqualTo("HTTP 403 from " + peer.name() + ": not you, ***");
        assertThat(refused(basic).why()).endsWith(": ***");
    }

    @Test
    void refusesWithoutItsSecret() throws Exception {
        Delivery delivery = send(open(TYPE, url() + ", auth: {bearer: '${NOT_SET_HERE}'}}"), Notices.firing());

        assertThat(refused(delivery).why()).isEqualTo("credential ${NOT_SET_HERE} is missing on this machine");
        assertThat(peer.server().getRequestCount()).isZero();
    }

    @Test
    void triesAgainLaterWithTheSameKey() throws Exception {
        peer.answers(500, "").answers(200, "");
        var notifier = open(TYPE, url() + "}");

        retry(send(notifier, Notices.firing()));
        send(notifier, Notices.firing());

        assertThat(peer.request().getHeaders().get("Idempotency-Key"))
                .isEqualTo(peer.request().getHeaders().get("Idempotency-Key"));
    }

    @Test
    void postsToAnAlertmanagerWhatItTakes() throws Exception {
        peer.answers(200, "").answers(200, "");
        var notifier = open(TYPE, "{url: '" + peer.url() + "', format: alertmanager}");

        send(notifier, Notices.firing());
        send(notifier, Notices.resolved());

        RecordedRequest begin = peer.request();
        assertThat(begin.getTarget()).isEqualTo("/api/v2/alerts");
        JsonNode alerts = WebPeer.json(begin);
        assertThat(alerts.valueStream()
                        .map(alert -> alert.path("labels").path("severity").asString()))
                .containsExactly("critical", "info", "warning");
        assertThat(alerts.valueStream().map(alert -> alert.path("endsAt").asString()))
                .containsExactly("2026-02-04T09:00:30Z", "2026-01-05T09:00:30Z", "2026-01-05T09:00:30Z");
        assertThat(alerts.path(0).path("labels").path("alertname").asString()).isEqualTo("down");
        assertThat(alerts.path(0).path("annotations").path("summary").asString())
                .isEqualTo("web-1/front is down: connection refused");
        assertThat(WebPeer.json(peer.request())
                        .valueStream()
                        .map(alert -> alert.path("endsAt").asString()))
                .containsOnly("2026-01-05T09:12:00Z");
    }

    @Test
    void keepsTheNameAndTheSeverityThatAnAlertHasOfItsOwn() throws Exception {
        peer.answers(200, "").answers(200, "");
        Notice.Item own = Notices.item("slow");
        Notice.Item outside = new Notice.Item(
                own.alert(),
                own.severity(),
                Labels.of(Map.of("alertname", "Slow", "severity", "page")),
                "slow",
                "",
                "",
                "",
                "",
                own.startsAt(),
                Optional.empty(),
                Optional.empty());

        send(
                open(TYPE, "{url: '" + peer.url() + "/am/', format: alertmanager}"),
                Notices.of(Notice.Kind.FIRING, outside));
        send(open(TYPE, url() + "}"), Notices.of(Notice.Kind.FIRING, outside));

        RecordedRequest post = peer.request();
        assertThat(post.getTarget()).isEqualTo("/am/api/v2/alerts");
        assertThat(WebPeer.json(post).size()).isEqualTo(1);
        assertThat(WebPeer.json(post).path(0).path("labels").toString())
                .isEqualTo("{\"alertname\":\"Slow\",\"severity\":\"page\"}");
        assertThat(WebPeer.json(peer.request())
                        .path("alerts")
                        .path(0)
                        .path("labels")
                        .toString())
                .isEqualTo("{\"alertname\":\"Slow\",\"severity\":\"page\"}");
    }

    @Test
    void tellsMistakes() {
        assertProblem(TYPE, "{url: 'http://x', format: alertmanager, body: \"[]\"}", "no other body than its own");
        assertProblem(TYPE, "{url: 'http://x', format: v2}", "\"format\"");
        assertProblem(TYPE, "{}", "\"url\" is missing");
        assertProblem(TYPE, "{url: 'ftp://x'}", "does not begin with https:// or http://");
        assertProblem(TYPE, "{url: 'http://x', headers: {Authorization: me}}", "carries a credential");
        assertProblem(TYPE, "{url: 'http://x', headers: {'a b': me}}", "not the name of a header");
        assertProblem(TYPE, "{url: 'http://x', headers: {A: \"b\\nC: d\"}}", "not plain ASCII");
        assertProblem(TYPE, "{url: 'http://x', headers: {Host: y}}", "is set by Watchfloor");
        assertProblem(TYPE, "{url: 'http://x', auth: {}}", "holds no credential");
        assertProblem(TYPE, "{url: 'http://x', auth: {bearer: abc}}", "holds a secret itself");
        assertProblem(TYPE, "{url: 'http://x', body: '{{x}}'}", "unknown name \"x\"");
        assertProblem(TYPE, "{url: 'http://x', content-type: json}", "not a media type");
    }

    private String url() {
        return "{url: '" + peer.url() + "/hook/topsecret'";
    }
}
