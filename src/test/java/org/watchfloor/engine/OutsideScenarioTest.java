package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.outside.Feed;
import org.watchfloor.alert.outside.NotTaken;
import org.watchfloor.alert.outside.OutsideAlert;
import org.watchfloor.alert.outside.Report;
import org.watchfloor.config.Site;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Severity;

/** Another program reports alerts: who is told, when they end, and why. */
class OutsideScenarioTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String FULL = "OutsideAlertsFull";

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void pagesAndEndsAsAnyOther() {
        TestEngine engine = running(Policies.USUAL);

        report(engine, firing(Feed.WEBHOOK, "Slow", "api-1", "critical"));
        engine.runFor(MINUTE);
        report(engine, over("Slow", "api-1", "critical"));
        engine.runFor(Duration.ofMinutes(2));

        assertThat(engine.sent()).containsExactly("mail FIRING Slow at api-1", "mail RESOLVED over: Slow at api-1");
        assertThat(engine.notices().getFirst().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(engine.verdicts())
                .anyMatch(verdict -> verdict.startsWith("FIRED Slow instance=\"api-1\"")
                        && verdict.endsWith("reported by Prometheus"))
                .anyMatch(verdict ->
                        verdict.startsWith("RESOLVED Slow") && verdict.endsWith("reported as over by Prometheus"));
        assertThat(engine.state().alerting().book().all()).isEmpty();
        assertThat(engine.state().alerting().outside()).isEmpty();
    }

    @Test
    void beganWhenTheSenderSaysSo() {
        TestEngine engine = running(Policies.USUAL);
        Instant begin = clock.instant().minus(Duration.ofMinutes(20));

        report(engine, alert(Feed.POSTS, "Slow", "api-1", "high", Optional.of(begin), Optional.empty()));

        assertThat(alerts(engine)).singleElement().satisfies(alert -> {
            assertThat(alert.since()).isEqualTo(begin);
            assertThat(alert.firedAt()).contains(clock.instant());
        });
    }

    @Test
    void endsWhenItIsNotPostedAgain() {
        TestEngine engine = running(Policies.USUAL);

        for (int minute = 0; minute < 20; minute++) {
            report(engine, firing(Feed.POSTS, "Slow", "api-1", "warning"));
            engine.runFor(MINUTE);
        }
        List<String> whilePosted = List.copyOf(engine.sent());
        engine.runFor(Duration.ofMinutes(6));

        assertThat(whilePosted).startsWith("mail FIRING Slow at api-1").noneMatch(sent -> sent.contains("RESOLVED"));
        assertThat(engine.sent()).last().asString().contains("RESOLVED over: Slow at api-1");
        assertThat(engine.verdicts())
                .anyMatch(verdict -> verdict.startsWith("RESOLVED Slow")
                        && verdict.endsWith("not reported again until 2026-01-05T09:25:00Z, so it counts as over"));
    }

    @Test
    void endsWhenTheSenderSaidThatItWould() {
        TestEngine engine = running(Policies.USUAL);

        report(
                engine,
                alert(
                        Feed.POSTS,
                        "Slow",
                        "api-1",
                        "warning",
                        Optional.empty(),
                        Optional.of(clock.instant().plus(Duration.ofMinutes(12)))));
        engine.runFor(Duration.ofMinutes(11));
        boolean before = alerts(engine).isEmpty();
        engine.runFor(Duration.ofMinutes(2));

        assertThat(before).isFalse();
        assertThat(alerts(engine)).isEmpty();
    }

    @Test
    void aWebhookIsTrustedLonger() {
        TestEngine engine = running(Policies.USUAL + "outside: { webhook-timeout: 3h }\n");

        report(engine, firing(Feed.WEBHOOK, "Slow", "api-1", "warning"));
        engine.runFor(Duration.ofMinutes(179));
        boolean before = alerts(engine).isEmpty();
        engine.runFor(Duration.ofMinutes(2));

        assertThat(before).isFalse();
        assertThat(alerts(engine)).isEmpty();
    }

    @Test
    void equalLabelsAreOneAlertAndAnotherSeverityIsAnother() {
        TestEngine engine = running(Policies.USUAL);

        report(
                engine,
                firing(Feed.POSTS, "Slow", "api-1", "warning"),
                firing(Feed.POSTS, "Slow", "api-1", "critical"),
                firing(Feed.POSTS, "Slow", "api-1", "warning"));
        report(engine, over("Slow", "api-1", "critical"));

        assertThat(alerts(engine)).singleElement().extracting(Alert::severity).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void saysWhatItSaysNow() {
        TestEngine engine = running(Policies.USUAL);
        report(engine, firing(Feed.POSTS, "Slow", "api-1", "warning"));

        report(engine, says("Slow", "api-1", "warning", "9 s by now"));

        assertThat(alerts(engine))
                .singleElement()
                .extracting(alert -> alert.said().summary())
                .isEqualTo("9 s by now");
    }

    @Test
    void otherWordsAndTheEndInOneReportAreTheEnd() {
        TestEngine engine = running(Policies.USUAL);
        report(engine, firing(Feed.POSTS, "Slow", "api-1", "warning"));
        engine.runFor(MINUTE);

        report(engine, says("Slow", "api-1", "warning", "9 s by now"), over("Slow", "api-1", "warning"));
        engine.runFor(MINUTE);

        assertThat(engine.sent()).containsExactly("mail FIRING Slow at api-1", "mail RESOLVED over: Slow at api-1");
        assertThat(engine.state().alerting().book().all()).isEmpty();
    }

    @Test
    void isSilencedInhibitedRoutedAndTaken() {
        TestEngine engine = running("""
                channels: { mail: { fake: {} }, chat: { fake: {} } }
                receivers: { all: { tell: mail }, others: { tell: chat } }
                routing:
                  receiver: all
                  group-by: [alertname]
                  routes: [ { match: alertname=~".+", receiver: others, repeat: 5m } ]
                silences:
                  known:
                    match: instance="api-2"
                    from: 2026-01-05T09:00:00Z
                    until: 2026-01-05T12:00:00Z
                    author: mara
                inhibitions:
                  rack: { source: alertname="RackOff", target: alertname="Slow", equal: [rack] }
                """);

        report(
                engine,
                firing(Feed.WEBHOOK, "Slow", "api-1", "warning"),
                firing(Feed.WEBHOOK, "Slow", "api-2", "warning"),
                firing(Feed.WEBHOOK, "RackOff", "api-1", "critical"));
        engine.runFor(MINUTE);
        List<AlertId> ids = alerts(engine).stream().map(Alert::id).toList();
        engine.tell(new Event.AcknowledgeAlerts(ids, TestEngine.ALICE, "mine", Optional.empty()));
        engine.runFor(Duration.ofHours(1));

        assertThat(engine.sent()).containsExactly("chat FIRING RackOff at api-1", "chat ACKNOWLEDGED RackOff at api-1");
        assertThat(engine.verdicts())
                .anyMatch(
                        verdict -> verdict.startsWith("HELD Slow instance=\"api-1\"") && verdict.contains("inhibited"))
                .anyMatch(
                        verdict -> verdict.startsWith("HELD Slow instance=\"api-2\"") && verdict.contains("silenced"));
    }

    @Test
    void aRestartPagesNobodyAgainAndTheTimeoutStillEndsIt() {
        TestEngine first = running(Policies.USUAL);
        report(first, firing(Feed.POSTS, "Slow", "api-1", "high"), firing(Feed.WEBHOOK, "Full", "db-1", "high"));
        first.runFor(Duration.ofMinutes(3));
        clock.advance(Duration.ofMinutes(30));

        TestEngine second = TestEngine.restored(first.restorable(), site(Policies.USUAL), clock, probe);
        second.runFor(Duration.ofMinutes(4));
        List<String> early = List.copyOf(second.sent());
        second.runFor(Duration.ofMinutes(3));

        assertThat(first.sent()).hasSize(1);
        assertThat(early).noneMatch(sent -> sent.startsWith("mail"));
        assertThat(second.sent()).anyMatch(sent -> sent.equals("mail RESOLVED over: Slow at api-1 | Full at db-1"));
        assertThat(alerts(second)).singleElement().extracting(Alert::rule).isEqualTo("Full");
    }

    @Test
    void aSuspendedMachineGivesSendersTheirTime() {
        TestEngine engine = running(Policies.USUAL);
        report(engine, firing(Feed.POSTS, "Slow", "api-1", "high"));
        engine.runFor(MINUTE);

        engine.suspendFor(Duration.ofHours(2));
        engine.runFor(Duration.ofMinutes(4));
        boolean after = alerts(engine).isEmpty();
        engine.runFor(Duration.ofMinutes(2));

        assertThat(after).isFalse();
        assertThat(alerts(engine)).isEmpty();
    }

    @Test
    void takesNoMoreThanItCanAndSaysSoUntilThereIsRoom() {
        TestEngine engine = running(Policies.USUAL);
        OutsideAlert[] many = IntStream.range(0, Outside.MOST + 7)
                .mapToObj(number -> firing(Feed.POSTS, "Slow", "api-" + number, "low"))
                .toArray(OutsideAlert[]::new);

        Taken taken = report(engine, many);
        Taken known = report(engine, many[0]);
        List<Alert> during = alerts(engine);
        engine.runFor(Duration.ofMinutes(6));
        Taken later = report(engine, many[0]);

        assertThat(taken).isEqualTo(new Taken(Outside.MOST, 7));
        assertThat(known).isEqualTo(new Taken(1, 0));
        assertThat(during).hasSize(Outside.MOST + 1);
        assertThat(during)
                .filteredOn(alert -> alert.rule().equals(FULL))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.severity()).isEqualTo(Severity.HIGH);
                    assertThat(alert.said().summary()).contains("more than 1000 alerts");
                });
        assertThat(later).isEqualTo(new Taken(1, 0));
        assertThat(alerts(engine)).hasSize(1);
    }

    @Test
    void resolvedByHandItBeginsAnewWithTheNextReport() {
        TestEngine engine = running(Policies.USUAL);
        report(engine, firing(Feed.POSTS, "Slow", "api-1", "low"));
        AlertId first = alerts(engine).getFirst().id();

        engine.tell(new Event.ResolveAlerts(List.of(first), TestEngine.ALICE, "done"));
        report(engine, firing(Feed.POSTS, "Slow", "api-1", "low"));

        assertThat(alerts(engine)).singleElement().extracting(Alert::id).isNotEqualTo(first);
    }

    @Test
    void anEndOfWhatIsNotKnownChangesNothing() {
        TestEngine engine = running(Policies.USUAL);
        int entries = engine.entries().size();

        Taken taken = report(engine, over("Slow", "api-1", "low"));

        assertThat(taken).isEqualTo(new Taken(1, 0));
        assertThat(engine.entries()).hasSize(entries);
    }

    @Test
    void theSameReportsGiveTheSameDecisions() {
        TestEngine first = running(Policies.USUAL);
        TestEngine second = TestEngine.of(site(Policies.USUAL), TestClock.at("2026-01-05T09:00:00Z"), new FakeProbe());
        second.runFor(MINUTE);

        for (TestEngine engine : List.of(first, second)) {
            for (int number = 0; number < 50; number++) {
                report(engine, firing(Feed.POSTS, "Slow", "api-" + number, "low"));
            }
            engine.runFor(Duration.ofMinutes(7));
        }

        assertThat(second.entries().toString()).isEqualTo(first.entries().toString());
    }

    private static Taken report(TestEngine engine, OutsideAlert... alerts) {
        CompletableFuture<Taken> answer = new CompletableFuture<>();
        engine.tell(new Event.OutsideReported(List.of(alerts), answer));
        return answer.join();
    }

    private static List<Alert> alerts(TestEngine engine) {
        return engine.state()
                .alerting()
                .book()
                .all()
                .filter(alert -> alert.status() != Alert.Status.RESOLVED)
                .toList();
    }

    private static OutsideAlert firing(Feed feed, String name, String instance, String severity) {
        return alert(feed, name, instance, severity, Optional.empty(), Optional.empty());
    }

    private static OutsideAlert over(String name, String instance, String severity) {
        return alert(Feed.WEBHOOK, name, instance, severity, Optional.empty(), Optional.of(Instant.EPOCH));
    }

    private static OutsideAlert says(String name, String instance, String severity, String summary) {
        return made(Feed.POSTS, labels(name, instance, severity), summary, Optional.empty(), Optional.empty());
    }

    private static OutsideAlert alert(
            Feed feed,
            String name,
            String instance,
            String severity,
            Optional<Instant> starts,
            Optional<Instant> ends) {
        return made(feed, labels(name, instance, severity), name + " at " + instance, starts, ends);
    }

    private static Map<String, String> labels(String name, String instance, String severity) {
        return new HashMap<>(Map.of("alertname", name, "instance", instance, "severity", severity));
    }

    private static OutsideAlert made(
            Feed feed, Map<String, String> labels, String summary, Optional<Instant> starts, Optional<Instant> ends) {
        try {
            return new Report(labels, Map.of("summary", summary), starts, ends, "").taken(feed, "Prometheus");
        } catch (NotTaken e) {
            throw new AssertionError(e);
        }
    }

    private static Site site(String policy) {
        return Policies.on(Sites.site().host("web-1", "front").build(), policy);
    }

    private TestEngine running(String policy) {
        TestEngine engine = TestEngine.of(site(policy), clock, probe);
        engine.runFor(MINUTE);
        return engine;
    }
}
