package org.watchfloor.alert.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.watchfloor.alert.calendar.ical.Calendars.BERLIN;
import static org.watchfloor.alert.calendar.ical.Calendars.STAMP;
import static org.watchfloor.alert.calendar.ical.Calendars.at;
import static org.watchfloor.alert.calendar.ical.Calendars.fixed;
import static org.watchfloor.alert.calendar.ical.Calendars.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.calendar.BadRecurrence;
import org.watchfloor.alert.calendar.Cron;
import org.watchfloor.alert.calendar.Exclusions;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.MaintenanceReader;
import org.watchfloor.alert.calendar.RecurringWindow;
import org.watchfloor.alert.calendar.Rota;
import org.watchfloor.alert.calendar.RotaReader;
import org.watchfloor.alert.calendar.Span;
import org.watchfloor.alert.calendar.Window;
import org.watchfloor.config.ConfigNodes;

/** Maintenance and shifts as iCalendar text. */
class CalendarWriterTest {
    private static final Span YEAR = new Span(at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z"));

    @Test
    void writesAFixedWindowInUtc() {
        Window window = fixed("2026-03-28T22:00+01:00", "2026-03-29T04:00+02:00");

        assertThat(write(new CalendarEvent("a@b", 3, "Patch, day", "", window)))
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Watchfloor//Watchfloor//EN",
                        "CALSCALE:GREGORIAN",
                        "BEGIN:VEVENT",
                        "UID:a@b",
                        "DTSTAMP:20260101T000000Z",
                        "SEQUENCE:3",
                        "DTSTART:20260328T210000Z",
                        "DTEND:20260329T020000Z",
                        "SUMMARY:Patch\\, day",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @Test
    void writesARecurringWindowInItsZone() {
        Exclusions except =
                new Exclusions(Set.of(LocalDate.of(2026, 1, 16)), Set.of(LocalDateTime.of(2026, 1, 9, 22, 0)));
        Window window = rule("FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231", "2026-01-01T22:00", "PT6H", BERLIN, except);

        assertThat(write(new CalendarEvent("a@b", 0, "x", "why", window)))
                .contains(
                        "\r\nDTSTART;TZID=Europe/Berlin:20260102T220000\r\n",
                        "\r\nDURATION:PT6H\r\n",
                        "\r\nRRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T225959Z\r\n",
                        "\r\nEXDATE;TZID=Europe/Berlin:20260109T220000,20260116T220000\r\n",
                        "\r\nDESCRIPTION:why\r\n");
    }

    @Test
    void writesTheRulesOfTheZone() {
        Window window = rule("FREQ=DAILY", "2026-01-01T22:00", "PT6H", BERLIN);

        assertThat(write(new CalendarEvent("a@b", 0, "x", "", window)))
                .contains(String.join(
                        "\r\n",
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/Berlin",
                        "BEGIN:STANDARD",
                        "DTSTART:20251026T030000",
                        "TZOFFSETFROM:+0200",
                        "TZOFFSETTO:+0100",
                        "END:STANDARD",
                        "BEGIN:DAYLIGHT",
                        "DTSTART:20260329T020000",
                        "TZOFFSETFROM:+0100",
                        "TZOFFSETTO:+0200",
                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                        "END:DAYLIGHT",
                        "BEGIN:STANDARD",
                        "DTSTART:20261025T030000",
                        "TZOFFSETFROM:+0200",
                        "TZOFFSETTO:+0100",
                        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                        "END:STANDARD",
                        "END:VTIMEZONE"));
    }

    @Test
    void listsChangesThatFollowNoRule() {
        assertThat(zone("Africa/Casablanca", "2026-01-01T00:00")).contains("RDATE:");
        assertThat(zone("Australia/Lord_Howe", "2026-01-01T00:00"))
                .contains("TZOFFSETFROM:+1030", "BYMONTH=10;BYDAY=1SU", "BYMONTH=4;BYDAY=1SU");
        assertThat(zone("Asia/Kolkata", "2026-01-01T00:00"))
                .contains("TZOFFSETTO:+0530")
                .doesNotContain("RRULE:FREQ=YEARLY");
        assertThat(zone("Europe/Berlin", "1970-01-01T00:00")).contains("RDATE:").contains("BYMONTH=3;BYDAY=-1SU");
        assertThat(zone("America/Nuuk", "2026-01-01T00:00")).contains("BEGIN:DAYLIGHT");
    }

    @Test
    void everyZoneCanBeWritten() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            Lines lines = new Lines();
            TimeZoneWriter.write(ZoneId.of(id), STAMP, lines);
            assertThat(lines.text()).as(id).contains("TZOFFSETTO:").endsWith("END:VTIMEZONE\r\n");
        }
    }

    private static String zone(String id, String start) {
        return write(new CalendarEvent("a@b", 0, "x", "", rule("FREQ=DAILY", start, "PT1H", ZoneId.of(id))));
    }

    @Test
    void writesUtcWithoutAZone() {
        Window window = rule("FREQ=DAILY", "2026-01-01T22:00", "PT6H", ZoneId.of("UTC"));

        assertThat(write(new CalendarEvent("a@b", 0, "x", "", window)))
                .contains("\r\nDTSTART:20260101T220000Z\r\n")
                .doesNotContain("TZID");
    }

    @Test
    void refusesCronAndSpellsItOutInstead() throws BadRecurrence {
        Maintenance patch = maintenance("{title: Patch, cron: 0 22 1 * *, lasts: 2h, hosts: a}");

        List<CalendarEvent> events = CalendarEvents.of(patch, 1, YEAR);

        assertThat(events).hasSize(12);
        assertThat(events.getFirst().uid()).isEqualTo("maintenance-patch-20260101T210000Z@watchfloor");
        Window cron = new RecurringWindow(Cron.of("0 0 * * *"), BERLIN, Duration.ofHours(1), Exclusions.NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarEvent("a", 0, "x", "", cron));
    }

    @Test
    void theSamePlanHasTheSameUids() {
        Maintenance patch = maintenance(
                "{title: Patch, reason: kernel, rrule: FREQ=DAILY, from: 2026-01-01T10:00, lasts: 1h, hosts: a}");

        CalendarEvent event = CalendarEvents.of(patch, 7, YEAR).getFirst();

        assertThat(event)
                .isEqualTo(new CalendarEvent("maintenance-patch@watchfloor", 7, "Patch", "kernel", patch.window()));
        assertThat(CalendarEvents.of(patch, 8, YEAR))
                .extracting(CalendarEvent::uid)
                .containsExactly(event.uid());
    }

    @Test
    void makesAnEventOfEachShift() {
        String yaml = "{title: Ops, people: [ada, bob], hand-over: mon 09:00, starts: 2026-01-05,"
                + " overrides: [{who: bob, from: 2026-01-06T00:00, to: 2026-01-07T00:00, reason: ill}]}";
        Rota rota = new RotaReader(BERLIN, Set.of("ada", "bob"))
                .read("ops", ConfigNodes.parse(yaml).root())
                .orElseThrow();

        List<CalendarEvent> events = CalendarEvents.of(rota, 0, new Span(YEAR.from(), at("2026-01-12T09:00+01:00")));

        assertThat(events).extracting(CalendarEvent::summary).containsExactly("Ops: ada", "Ops: bob", "Ops: ada");
        assertThat(events).extracting(CalendarEvent::description).containsExactly("", "ill", "");
        assertThat(events).extracting(CalendarEvent::uid).doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrittenComesBack() {
        Exclusions except = new Exclusions(Set.of(), Set.of(LocalDateTime.of(2026, 1, 9, 22, 0)));
        List<CalendarEvent> events = List.of(
                new CalendarEvent(
                        "a@b", 1, "Ärger, 😀; \\ \"x\"", "line\nline", fixed("2026-01-01T10:00Z", "2026-01-02T10:00Z")),
                new CalendarEvent(
                        "c@d",
                        2,
                        "y".repeat(200),
                        "",
                        rule("FREQ=WEEKLY;BYDAY=FR", "2026-01-02T22:00", "PT6H", BERLIN, except)),
                new CalendarEvent(
                        "e@f",
                        0,
                        "z",
                        "",
                        rule("FREQ=DAILY;COUNT=5", "2026-01-02T22:00", "P1DT1H", ZoneId.of("America/New_York"))),
                new CalendarEvent(
                        "g@h",
                        0,
                        "z",
                        "",
                        rule("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30T22:00", "PT90M", ZoneId.of("UTC"))));

        CalendarReading read =
                CalendarReader.read(CalendarWriter.write(events, Instant.EPOCH), ZoneId.of("Asia/Tokyo"));

        assertThat(read.notTaken()).isEmpty();
        assertThat(read.events()).isEqualTo(events);
    }

    private static Maintenance maintenance(String yaml) {
        return new MaintenanceReader(BERLIN)
                .read("patch", ConfigNodes.parse(yaml).root())
                .orElseThrow();
    }

    private static String write(CalendarEvent event) {
        return CalendarWriter.write(List.of(event), STAMP);
    }
}
