package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.outside.Feed;
import org.watchfloor.alert.outside.OutsideAlert;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Severity;

/** When the alerts of another program end, and how many are taken. */
class OutsideEndScenarioTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String FULL = "OutsideAlertsFull";

    private final Reporter reporter = new Reporter();

    @Test
    void endsWhenItIsNotPostedAgain() {
        TestEngine engine = reporter.running(Policies.USUAL);

        for (int minute = 0; minute < 20; minute++) {
            Reporter.report(engine, Reporter.firing(Feed.POSTS, "Slow", "api-1", "warning"));
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
        TestEngine engine = reporter.running(Policies.USUAL);

        Reporter.report(
                engine,
                Reporter.alert(
                        Feed.POSTS,
                        "Slow",
                        "api-1",
                        "warning",
                        Optional.empty(),
                        Optional.of(reporter.clock.instant().plus(Duration.ofMinutes(12)))));
        engine.runFor(Duration.ofMinutes(11));
        boolean before = Reporter.alerts(engine).isEmpty();
        engine.runFor(Duration.ofMinutes(2));

        assertThat(before).isFalse();
        assertThat(Reporter.alerts(engine)).isEmpty();
    }

    @Test
    void aWebhookIsTrustedLonger() {
        TestEngine engine = reporter.running(Policies.USUAL + "outside: { webhook-timeout: 3h }\n");

        Reporter.report(engine, Reporter.firing(Feed.WEBHOOK, "Slow", "api-1", "warning"));
        engine.runFor(Duration.ofMinutes(179));
        boolean before = Reporter.alerts(engine).isEmpty();
        engine.runFor(Duration.ofMinutes(2));

        assertThat(before).isFalse();
        assertThat(Reporter.alerts(engine)).isEmpty();
    }

    @Test
    void otherWordsAndTheEndInOneReportAreTheEnd() {
        TestEngine engine = reporter.running(Policies.USUAL);
        Reporter.report(engine, Reporter.firing(Feed.POSTS, "Slow", "api-1", "warning"));
        engine.runFor(MINUTE);

        Reporter.report(
                engine,
                Reporter.says("Slow", "api-1", "warning", "9 s by now"),
                Reporter.over("Slow", "api-1", "warning"));
        engine.runFor(MINUTE);

        assertThat(engine.sent()).containsExactly("mail FIRING Slow at api-1", "mail RESOLVED over: Slow at api-1");
        assertThat(engine.state().alerting().book().all()).isEmpty();
    }

    @Test
    void aRestartPagesNobodyAgainAndTheTimeoutStillEndsIt() {
        TestEngine first = reporter.running(Policies.USUAL);
        Reporter.report(
                first,
                Reporter.firing(Feed.POSTS, "Slow", "api-1", "high"),
                Reporter.firing(Feed.WEBHOOK, "Full", "db-1", "high"));
        first.runFor(Duration.ofMinutes(3));
        reporter.clock.advance(Duration.ofMinutes(30));

        TestEngine second =
                TestEngine.restored(first.restorable(), Reporter.site(Policies.USUAL), reporter.clock, reporter.probe);
        second.runFor(Duration.ofMinutes(4));
        List<String> early = List.copyOf(second.sent());
        second.runFor(Duration.ofMinutes(3));

        assertThat(first.sent()).hasSize(1);
        assertThat(early).noneMatch(sent -> sent.startsWith("mail"));
        assertThat(second.sent()).anyMatch(sent -> sent.equals("mail RESOLVED over: Slow at api-1 | Full at db-1"));
        assertThat(Reporter.alerts(second))
                .singleElement()
                .extracting(Alert::rule)
                .isEqualTo("Full");
    }

    @Test
    void aSuspendedMachineGivesSendersTheirTime() {
        TestEngine engine = reporter.running(Policies.USUAL);
        Reporter.report(engine, Reporter.firing(Feed.POSTS, "Slow", "api-1", "high"));
        engine.runFor(MINUTE);

        engine.suspendFor(Duration.ofHours(2));
        engine.runFor(Duration.ofMinutes(4));
        boolean after = Reporter.alerts(engine).isEmpty();
        engine.runFor(Duration.ofMinutes(2));

        assertThat(after).isFalse();
        assertThat(Reporter.alerts(engine)).isEmpty();
    }

    @Test
    void takesNoMoreThanItCanAndSaysSoUntilThereIsRoom() {
        TestEngine engine = reporter.running(Policies.USUAL);
        OutsideAlert[] many = IntStream.range(0, Outside.MOST + 7)
                .mapToObj(number -> Reporter.firing(Feed.POSTS, "Slow", "api-" + number, "low"))
                .toArray(OutsideAlert[]::new);

        Taken taken = Reporter.report(engine, many);
        Taken known = Reporter.report(engine, many[0]);
        List<Alert> during = Reporter.alerts(engine);
        engine.runFor(Duration.ofMinutes(6));
        Taken later = Reporter.report(engine, many[0]);

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
        assertThat(Reporter.alerts(engine)).hasSize(1);
    }

    @Test
    void resolvedByHandItBeginsAnewWithTheNextReport() {
        TestEngine engine = reporter.running(Policies.USUAL);
        Reporter.report(engine, Reporter.firing(Feed.POSTS, "Slow", "api-1", "low"));
        AlertId first = Reporter.alerts(engine).getFirst().id();

        engine.tell(new Event.ResolveAlerts(List.of(first), TestEngine.ALICE, "done"));
        Reporter.report(engine, Reporter.firing(Feed.POSTS, "Slow", "api-1", "low"));

        assertThat(Reporter.alerts(engine))
                .singleElement()
                .extracting(Alert::id)
                .isNotEqualTo(first);
    }

    @Test
    void anEndOfWhatIsNotKnownChangesNothing() {
        TestEngine engine = reporter.running(Policies.USUAL);
        int entries = engine.entries().size();

        Taken taken = Reporter.report(engine, Reporter.over("Slow", "api-1", "low"));

        assertThat(taken).isEqualTo(new Taken(1, 0));
        assertThat(engine.entries()).hasSize(entries);
    }
}
