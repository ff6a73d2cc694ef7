package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.outside.Feed;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Severity;

/** Another program reports alerts: who is told, and why. */
class OutsideScenarioTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Reporter reporter = new Reporter();

    @Test
    void pagesAndEndsAsAnyOther() {
        TestEngine engine = reporter.running(Policies.USUAL);

        Reporter.report(engine, Reporter.firing(Feed.WEBHOOK, "Slow", "api-1", "critical"));
        engine.runFor(MINUTE);
        Reporter.report(engine, Reporter.over("Slow", "api-1", "critical"));
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
        TestEngine engine = reporter.running(Policies.USUAL);
        Instant begin = reporter.clock.instant().minus(Duration.ofMinutes(20));

        Reporter.report(
                engine, Reporter.alert(Feed.POSTS, "Slow", "api-1", "high", Optional.of(begin), Optional.empty()));

        assertThat(Reporter.alerts(engine)).singleElement().satisfies(alert -> {
            assertThat(alert.since()).isEqualTo(begin);
            assertThat(alert.firedAt()).contains(reporter.clock.instant());
        });
    }

    @Test
    void equalLabelsAreOneAlertAndAnotherSeverityIsAnother() {
        TestEngine engine = reporter.running(Policies.USUAL);

        Reporter.report(
                engine,
                Reporter.firing(Feed.POSTS, "Slow", "api-1", "warning"),
                Reporter.firing(Feed.POSTS, "Slow", "api-1", "critical"),
                Reporter.firing(Feed.POSTS, "Slow", "api-1", "warning"));
        Reporter.report(engine, Reporter.over("Slow", "api-1", "critical"));

        assertThat(Reporter.alerts(engine))
                .singleElement()
                .extracting(Alert::severity)
                .isEqualTo(Severity.MEDIUM);
    }

    @Test
    void saysWhatItSaysNow() {
        TestEngine engine = reporter.running(Policies.USUAL);
        Reporter.report(engine, Reporter.firing(Feed.POSTS, "Slow", "api-1", "warning"));

        Reporter.report(engine, Reporter.says("Slow", "api-1", "warning", "9 s by now"));

        assertThat(Reporter.alerts(engine))
                .singleElement()
                .extracting(alert -> alert.said().summary())
                .isEqualTo("9 s by now");
    }

    @Test
    void isSilencedInhibitedRoutedAndTaken() {
        TestEngine engine = reporter.running("""
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

        Reporter.report(
                engine,
                Reporter.firing(Feed.WEBHOOK, "Slow", "api-1", "warning"),
                Reporter.firing(Feed.WEBHOOK, "Slow", "api-2", "warning"),
                Reporter.firing(Feed.WEBHOOK, "RackOff", "api-1", "critical"));
        engine.runFor(MINUTE);
        List<AlertId> ids = Reporter.alerts(engine).stream().map(Alert::id).toList();
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
    void theSameReportsGiveTheSameDecisions() {
        TestEngine first = reporter.running(Policies.USUAL);
        TestEngine second =
                TestEngine.of(Reporter.site(Policies.USUAL), TestClock.at("2026-01-05T09:00:00Z"), new FakeProbe());
        second.runFor(MINUTE);

        for (TestEngine engine : List.of(first, second)) {
            for (int number = 0; number < 50; number++) {
                Reporter.report(engine, Reporter.firing(Feed.POSTS, "Slow", "api-" + number, "low"));
            }
            engine.runFor(Duration.ofMinutes(7));
        }

        assertThat(second.entries().toString()).isEqualTo(first.entries().toString());
    }
}
