package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.config.Site;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Reason;

class MarkingTest {
    private static final String FRONT = "web-1/front";
    private static final String SILENCE = """
            silences:
              upgrade:
                match: host="web-1"
                from: 2026-01-05T09:00:00Z
                until: 2026-01-05T09:10:00Z
                author: mara
                reason: upgrade
            """;

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();
    private final Marking marking = new Marking();

    @Test
    void whatIsWellHasNoMarks() {
        TestEngine engine = running(Policies.USUAL);

        assertThat(look(engine)).containsOnly(Marks.NONE);
    }

    @Test
    void aFiringAlertCallsUntilSomebodyOwnsIt() {
        TestEngine engine = running(Policies.USUAL);
        fails(engine);
        Marks before = look(engine).getFirst();

        engine.tell(new Event.AcknowledgeAlerts(
                ids(engine),
                TestEngine.ALICE,
                "on it",
                Optional.of(clock.instant().plusSeconds(600))));
        Marks owned = look(engine).getFirst();
        engine.runFor(Duration.ofMinutes(10));

        assertThat(before.calls()).isTrue();
        assertThat(before.isInHand()).isFalse();
        assertThat(owned.isInHand()).isTrue();
        assertThat(owned.all()).first().isInstanceOfSatisfying(Mark.AlertOwned.class, mark -> {
            assertThat(mark.ack().by()).isEqualTo(TestEngine.ALICE);
            assertThat(mark.ack().until()).isPresent();
        });
        assertThat(look(engine).getFirst().calls()).isTrue();
        assertThat(look(engine).getFirst().isInHand()).isFalse();
    }

    @Test
    void saysSinceWhenABreakerIsOpenAndThatSpeaksForNobodysCare() {
        TestEngine engine = running(Policies.USUAL);
        fails(engine);
        engine.runFor(Duration.ofMinutes(5));

        Marks marks = look(engine).getFirst();

        assertThat(marks.all()).hasExactlyElementsOfTypes(Mark.GateShut.class);
        assertThat(marks.isInHand()).isFalse();
        assertThat(look(engine)).isEqualTo(Marks.of(engine.state(), clock.instant()));
    }

    @Test
    void theOwnerOfTheIncidentOwnsItsChecks() {
        TestEngine engine = running(Policies.USUAL);
        fails(engine);
        IncidentId incident = engine.openIncidents().getFirst().id();

        engine.tell(new Event.Acknowledge(incident, TestEngine.ALICE, ""));

        assertThat(look(engine).getFirst().isOwned()).isTrue();
        assertThat(look(engine).getLast()).isEqualTo(Marks.NONE);
    }

    @Test
    void aSilenceMarksItsHostsForAsLongAsItLasts() {
        TestEngine engine = running(Policies.USUAL + SILENCE);
        Slots<Marks> during = look(engine);

        engine.runFor(Duration.ofMinutes(10));

        assertThat(during.getFirst().all()).singleElement().isInstanceOf(Mark.Silenced.class);
        assertThat(during.getFirst().calls()).isFalse();
        assertThat(during.getLast()).isEqualTo(Marks.NONE);
        assertThat(look(engine)).containsOnly(Marks.NONE);
    }

    @Test
    void whatASilenceLeavesOutStillCalls() {
        TestEngine engine = running(Policies.USUAL + SILENCE.replace("host=\"web-1\"", "rule=\"slow\""));

        fails(engine);

        assertThat(look(engine).getFirst()).isEqualTo(new Marks(true, List.of()));
    }

    @Test
    void maintenanceMarksWhatItIsFor() {
        TestEngine engine = running(Policies.USUAL + """
                maintenance:
                  weekly: { title: Weekly, hosts: web-*, cron: "0 9 * * mon", lasts: 30m, zone: UTC }
                """);

        Slots<Marks> during = look(engine);
        engine.runFor(Duration.ofMinutes(30));

        assertThat(during.getFirst().all())
                .singleElement()
                .isInstanceOfSatisfying(
                        Mark.Planned.class,
                        mark -> assertThat(mark.until()).isEqualTo(Instant.parse("2026-01-05T09:30:00Z")));
        assertThat(look(engine)).containsOnly(Marks.NONE);
    }

    @Test
    void shelvingMarksUntilItEnds() {
        TestEngine engine = running(Policies.USUAL);
        fails(engine);
        Instant until = clock.instant().plusSeconds(60);

        engine.tell(new Event.ShelveAlerts(ids(engine), TestEngine.ALICE, "", until));

        assertThat(look(engine).getFirst().all())
                .containsExactly(new Mark.Shelved(ids(engine).getFirst(), until));
    }

    @Test
    void marksThatStayTrueStayTheSame() {
        TestEngine engine = running(Policies.USUAL + SILENCE);
        Slots<Marks> before = look(engine);

        engine.runFor(Duration.ofSeconds(5));

        assertThat(look(engine)).isSameAs(before);
    }

    private Slots<Marks> look(TestEngine engine) {
        Slots<Marks> marks = marking.look(engine.state(), clock.instant());
        assertThat(marks).isEqualTo(Marks.of(engine.state(), clock.instant()));
        return marks;
    }

    private void fails(TestEngine engine) {
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(2));
    }

    private static List<AlertId> ids(TestEngine engine) {
        return engine.state().alerting().book().all().map(Alert::id).toList();
    }

    private TestEngine running(String policy) {
        Site site = Sites.site()
                .every(Duration.ofSeconds(30))
                .host("web-1", "front")
                .host("db-1", "port")
                .build();
        TestEngine engine = TestEngine.of(Policies.on(site, policy), clock, probe);
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }
}
