package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole program beside a real Alertmanager and a real Prometheus, each as somebody else wrote it. */
@Tag("peers")
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class AlertmanagerPeerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    @AutoClose
    private final PagedReceiver receiver = new PagedReceiver();

    AlertmanagerPeerTest() throws IOException {}

    @Test
    void anAlertmanagerTakesWhatWatchfloorTellsAndForgetsItAtTheEnd() throws Exception {
        try (RealServer alertmanager = alertmanager(receiver.url());
                Run run = Run.headless(
                        configure("hook: { webhook: { format: alertmanager, url: \"%s\" } }"
                                .formatted(alertmanager.url())),
                        temp.resolve("data"))) {
            run.awaitState("web-1/page", "UP");
            site.answers(503);
            until(run, alertmanager, () -> alertmanager.alerts().count() == 1);
            JsonNode alert = alertmanager.alerts().findFirst().orElseThrow();
            until(run, alertmanager, () -> receiver.accepted().size() == 1);
            site.answers(200);
            until(run, alertmanager, () -> receiver.accepted().size() == 2);

            assertThat(alert.path("labels").path("alertname").asString("")).isEqualTo("down");
            assertThat(alert.path("labels").path("host").asString("")).isEqualTo("web-1");
            assertThat(alert.path("labels").path("severity").asString("")).isEqualTo("critical");
            assertThat(alert.path("annotations").path("summary").asString("")).startsWith("web-1/page is down: ");
            assertThat(alertmanager.alerts()).isEmpty();
            assertThat(receiver.accepted())
                    .extracting(page -> page.body().path("status").asString(""))
                    .containsExactly("firing", "resolved");
        }
    }

    @Test
    void ourWebhookHasEveryFieldOfTheirsAndOfTheSameKind() throws Exception {
        try (RealServer alertmanager = alertmanager(receiver.url())) {
            assertThat(alertmanager
                            .post("/api/v2/alerts", posted("2099-01-01T00:00:00Z"))
                            .statusCode())
                    .isEqualTo(200);
            await().atMost(PATIENCE).until(() -> receiver.accepted().size() == 1);
        }
        JsonNode theirs = receiver.accepted().getFirst().body();
        try (Run run = Run.headless(
                configure("hook: { webhook: { url: \"%s\" } }".formatted(receiver.url())), temp.resolve("data"))) {
            run.awaitState("web-1/page", "UP");
            site.answers(503);
            await().atMost(PATIENCE).until(() -> receiver.accepted().size() == 2);
        }
        JsonNode ours = receiver.accepted().getLast().body();

        assertSameForm(theirs, ours);
        assertSameForm(theirs.path("alerts").path(0), ours.path("alerts").path(0));
        assertThat(ours.path("version")).isEqualTo(theirs.path("version"));
        assertThat(ours.path("alerts").path(0).path("endsAt"))
                .isEqualTo(theirs.path("alerts").path(0).path("endsAt"));
    }

    @Test
    void watchfloorShowsWhatAnAlertmanagerSendsAndEndsItWithIt() throws Exception {
        Path config = configure("hook: { webhook: { url: \"%s\" } }".formatted(receiver.url()));
        try (Run run = Run.headless(config, temp.resolve("data"))) {
            run.awaitState("web-1/page", "UP");
            try (RealServer alertmanager =
                    alertmanager(run.url().resolve("/api/v1/alertmanager").toString())) {
                alertmanager.post("/api/v2/alerts", posted("2099-01-01T00:00:00Z"));
                until(run, alertmanager, () -> alerts(run).size() == 1);
                JsonNode shown = alerts(run).path(0);
                until(run, alertmanager, () -> receiver.accepted().size() == 1);
                alertmanager.post(
                        "/api/v2/alerts", posted(Clock.systemUTC().instant().toString()));
                until(run, alertmanager, () -> alerts(run).isEmpty());
                until(run, alertmanager, () -> receiver.accepted().size() == 2);

                assertThat(shown.path("rule").asString("")).isEqualTo("DiskFull");
                assertThat(shown.path("severity").asString("")).isEqualTo("MEDIUM");
                assertThat(shown.path("summary").asString("")).isEqualTo("the disk of db-1 is full");
                assertThat(shown.path("explanation").asString("")).startsWith("reported by Alertmanager at http://");
                JsonNode why = run.json("/api/v1/alerts/" + shown.path("id").asLong(0) + "/why");
                assertThat(why.toString()).contains("reported as over by Alertmanager at");
            }
        }
    }

    @Test
    void aPrometheusPostsToWatchfloorAsToItsAlertmanagers() throws Exception {
        String program = RealServer.installed("prometheus").orElse("");
        assumeTrue(!program.isEmpty(), "prometheus is not installed");
        Path config = configure("hook: { webhook: { url: \"%s\" } }".formatted(receiver.url()));
        try (Run run = Run.headless(config, temp.resolve("data"))) {
            run.awaitState("web-1/page", "UP");
            try (RealServer prometheus = RealServer.prometheus(
                    program, temp.resolve("prometheus"), run.url().getAuthority(), """
                    groups:
                    - name: test
                      rules:
                      - alert: TimeToLook
                        expr: vector(time()) % 30 < 15
                        labels: { severity: info }
                        annotations: { summary: "it is {{ $value }}" }
                    """)) {
                until(run, prometheus, () -> alerts(run).size() == 1);
                JsonNode shown = alerts(run).path(0);
                until(run, prometheus, () -> alerts(run).isEmpty());

                assertThat(shown.path("rule").asString("")).isEqualTo("TimeToLook");
                assertThat(shown.path("severity").asString("")).isEqualTo("INFO");
                assertThat(shown.path("summary").asString("")).startsWith("it is ");
                assertThat(shown.path("explanation").asString("")).contains("/graph?");
                JsonNode why = run.json("/api/v1/alerts/" + shown.path("id").asLong(0) + "/why");
                assertThat(why.toString()).contains("reported as over by a program at 127.0.0.1");
            }
        }
    }

    private static JsonNode alerts(Run run) throws IOException, InterruptedException {
        return run.json("/api/v1/alerts?label=host:").path("alerts");
    }

    private static void assertSameForm(JsonNode theirs, JsonNode ours) {
        List<String> fields = List.copyOf(theirs.propertyNames());
        assertThat(ours.propertyNames()).containsAll(fields);
        fields.forEach(field -> assertThat(ours.path(field).getNodeType())
                .as(field)
                .isEqualTo(theirs.path(field).getNodeType()));
    }

    private RealServer alertmanager(String url) throws IOException {
        String program =
                RealServer.installed("prometheus-alertmanager", "alertmanager").orElse("");
        assumeTrue(!program.isEmpty(), "prometheus-alertmanager is not installed");
        return RealServer.alertmanager(program, temp.resolve("alertmanager"), """
            route: { receiver: floor, group_by: [alertname], group_wait: 1s, group_interval: 1s, repeat_interval: 1h }
            receivers: [ { name: floor, webhook_configs: [ { url: "%s" } ] } ]
            """.formatted(url));
    }

    private static String posted(String endsAt) {
        return """
                [{"labels":{"alertname":"DiskFull","instance":"db-1","severity":"warning"},
                  "annotations":{"summary":"the disk of db-1 is full"},"endsAt":"%s"}]
                """.formatted(endsAt);
    }

    private Path configure(String channel) throws IOException {
        Path config = temp.resolve("config");
        site.configure(config);
        Files.writeString(config.resolve("alerting.yaml"), """
                channels: { %s }
                receivers: { ops: { tell: hook } }
                routing: { group-wait: 1s, group-interval: 1s }
                """.formatted(channel));
        return config;
    }

    private static void until(Run run, RealServer server, Callable<Boolean> condition) {
        try {
            await().atMost(PATIENCE).until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not within 60 s; the logs:\n" + run.log() + "\n" + server.log(), e);
        }
    }
}
