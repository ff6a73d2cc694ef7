package org.watchfloor.ui.quiet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.config.Site;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.fx.Formats;

/** Berlin sets its clock forward on 29 March 2026 at 2:00 and back on 25 October at 3:00. */
class CalendarPageTest {
    private static final Formats BERLIN = new Formats(ZoneId.of("Europe/Berlin"));
    private static final Instant NOW = Instant.parse("2026-03-27T11:00:00Z");
    private static final AlertPolicy POLICY =
            AlertScenes.on(Site.EMPTY, """
                    silences:
                      cable: { match: host="web-1", from: "2026-03-20T00:00Z", until: "2026-03-25T23:00Z" }
                      later: { match: host="web-2", from: "2026-05-01T00:00Z", until: "2026-05-02T00:00Z" }
                    maintenance:
                      patches:
                        title: Patches
                        rrule: FREQ=WEEKLY;BYDAY=SU
                        from: 2026-01-04T06:00
                        lasts: 6h
                        zone: Europe/Berlin
                        hosts: "*"
                    """).section(AlertPolicy.class).orElseThrow();

    @Test
    void holdsOnlyWhatLiesInItsDaysAndMaintenanceFirst() {
        CalendarPage page = CalendarPage.of(POLICY, LocalDate.of(2026, 3, 23), 7, BERLIN, NOW);

        assertThat(page.lines()).extracting(CalendarPage.Line::name).containsExactly("Patches", "host=\"web-1\"");
    }

    @Test
    void cutsAtItsEdges() {
        CalendarPage page = CalendarPage.of(POLICY, LocalDate.of(2026, 3, 23), 7, BERLIN, NOW);

        CalendarPage.Bar cable = page.lines().getLast().bars().getFirst();
        assertThat(cable.from()).isZero();
        assertThat(cable.to()).isEqualTo(3);
        assertThat(cable.words()).startsWith("2026-03-20 01:00:00 CET");
    }

    @Test
    void drawsTheDayThatTheClockCutsShortAsWideAsOthers() {
        CalendarPage page = CalendarPage.of(POLICY, LocalDate.of(2026, 3, 23), 7, BERLIN, NOW);

        CalendarPage.Bar sunday = page.lines().getFirst().bars().getFirst();
        assertThat(sunday.from()).isCloseTo(6 + 5 / 23.0, within(1e-9));
        assertThat(sunday.to()).isCloseTo(6 + 11 / 23.0, within(1e-9));
    }

    @Test
    void keepsEachSundayOfAMonthOnItsDayWhenTheClockIsSetBack() {
        CalendarPage page = CalendarPage.of(POLICY, LocalDate.of(2026, 10, 1), 31, BERLIN, NOW);

        assertThat(page.lines().getFirst().bars())
                .extracting(bar -> (int) bar.from() + 1)
                .containsExactly(4, 11, 18, 25);
        assertThat(page.lines().getFirst().bars().getLast().from()).isCloseTo(24 + 7 / 25.0, within(1e-9));
        assertThat(page.now()).isEmpty();
    }

    @Test
    void marksWhereNowIs() {
        CalendarPage page = CalendarPage.of(POLICY, LocalDate.of(2026, 3, 23), 7, BERLIN, NOW);

        assertThat(page.now()).isEqualTo(OptionalDouble.of(4.5));
    }

    @Test
    void turnsByWeeksAndMonthsAndComesBack() {
        CalendarViewModel calendar = new CalendarViewModel(BERLIN);
        calendar.show(POLICY, NOW);
        calendar.showWeeks();
        assertThat(calendar.titleProperty().get()).isEqualTo("23 March 2026 – 29 March 2026");

        calendar.turn(1);
        assertThat(calendar.titleProperty().get()).isEqualTo("30 March 2026 – 5 April 2026");
        calendar.showMonths();
        calendar.turn(-2);
        assertThat(calendar.titleProperty().get()).isEqualTo("February 2026");
        assertThat(calendar.pageProperty().get().days()).isEqualTo(28);

        calendar.goToToday();
        assertThat(calendar.titleProperty().get()).isEqualTo("March 2026");
    }
}
