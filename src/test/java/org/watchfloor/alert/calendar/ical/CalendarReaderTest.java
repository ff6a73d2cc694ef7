package org.watchfloor.alert.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.alert.calendar.ical.Calendars.BERLIN;
import static org.watchfloor.alert.calendar.ical.Calendars.at;
import static org.watchfloor.alert.calendar.ical.Calendars.event;
import static org.watchfloor.alert.calendar.ical.Calendars.fixed;
import static org.watchfloor.alert.calendar.ical.Calendars.read;
import static org.watchfloor.alert.calendar.ical.Calendars.rule;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.calendar.Span;
import org.watchfloor.alert.calendar.Window;

/** What calendars write, and what is said about the rest. */
class CalendarReaderTest {
    @Test
    void readsTimesInUtcInAZoneAndFloating() {
        Window window = fixed("2026-03-28T22:00+01:00", "2026-03-29T04:00+02:00");

        assertThat(only("DTSTART:20260328T210000Z", "DTEND:20260329T020000Z")).isEqualTo(window);
        assertThat(only("DTSTART;TZID=Europe/Berlin:20260328T220000", "DTEND;TZID=\"Europe/Berlin\":20260329T040000"))
                .isEqualTo(window);
        assertThat(only("DTSTART:20260328T220000", "DTEND:20260329T040000")).isEqualTo(window);
        assertThat(only("dtstart;tzid=America/New_York:20260328T170000", "duration:PT5H"))
                .isEqualTo(window);
    }

    @Test
    void readsWholeDays() {
        assertThat(only("DTSTART;VALUE=DATE:20260329"))
                .isEqualTo(fixed("2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00"));
        assertThat(only("DTSTART;VALUE=DATE:20260328", "DTEND;VALUE=DATE:20260330"))
                .isEqualTo(fixed("2026-03-28T00:00+01:00", "2026-03-30T00:00+02:00"));
        assertThat(only("DTSTART;VALUE=DATE:20260328", "DURATION:P2D"))
                .isEqualTo(fixed("2026-03-28T00:00+01:00", "2026-03-30T00:00+02:00"));
    }

    @Test
    void readsRulesWithExceptions() {
        Window window = only(
                "DTSTART;TZID=Europe/Berlin:20260102T220000",
                "DURATION:PT1H30M",
                "RRULE:FREQ=WEEKLY;UNTIL=20260130T210000Z",
                "EXDATE:20260109T210000Z",
                "EXDATE;TZID=Europe/Berlin:20260116T220000,20260130T220000");

        assertThat(window.between(at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z"), 9))
                .extracting(Span::from)
                .containsExactly(at("2026-01-02T22:00+01:00"), at("2026-01-23T22:00+01:00"));
    }

    @Test
    void readsDaysThatComeAgain() {
        Window window = only("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20270101");

        assertThat(window.next(at("2026-06-01T00:00Z")).orElseThrow().from()).isEqualTo(at("2028-01-01T00:00+01:00"));
        assertThat(window.at(at("2026-01-01T23:59+01:00"))).isPresent();
    }

    @Test
    void readsTextsAndFoldedLines() {
        CalendarReading reading = event(
                "DTSTART:20260101T000000Z",
                "DURATION:P1W",
                "SEQUENCE:4",
                "SUM",
                " MARY;LANGUAGE=de:Wartung\\, ",
                " Nacht\\n",
                "\tum 2");

        assertThat(reading.events())
                .containsExactly(new CalendarEvent(
                        "a@example.org",
                        4,
                        "Wartung, Nacht\num 2",
                        "",
                        fixed("2026-01-01T00:00Z", "2026-01-08T00:00Z")));
    }

    @Test
    void readsCalendarsWithLineFeedsAndAMark() {
        String text =
                "\uFEFFBEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20260101\nEND:VEVENT\nEND:VCALENDAR\n";

        assertThat(CalendarReader.read(text, BERLIN).events()).hasSize(1);
    }

    @Test
    void listsWhatItDoesNotTakeOver() {
        CalendarReading reading = read("""
                METHOD:PUBLISH
                BEGIN:VTIMEZONE
                TZID:Europe/Berlin
                BEGIN:STANDARD
                DTSTART:19701025T030000
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VTODO
                SUMMARY:x
                END:VTODO
                BEGIN:VEVENT
                UID:a
                DTSTAMP:20260101T000000Z
                DTSTART:20260101T000000Z
                DURATION:PT1H
                LOCATION:here
                RDATE:20260102T000000Z
                SUMMARY:first
                SUMMARY:second
                BEGIN:VALARM
                TRIGGER:-PT5M
                END:VALARM
                END:VEVENT""");

        assertThat(reading.events()).extracting(CalendarEvent::summary).containsExactly("first");
        assertThat(reading.notTaken())
                .extracting(note -> note.line() + " " + note.what() + " " + note.why())
                .containsExactly(
                        "4 \"METHOD\" has no meaning here",
                        "11 \"VTODO\" only events are taken over",
                        "23 \"VALARM\" only events are taken over",
                        "19 \"LOCATION\" is not taken over",
                        "20 \"RDATE\" is not taken over",
                        "22 \"SUMMARY\" is given twice; the first counts");
    }

    @Test
    void tellsWhyAnEventIsNotTaken() {
        assertNotTaken("it has no DTSTART", "SUMMARY:x");
        assertNotTaken("it has no duration", "DTSTART:20260101T000000Z");
        assertNotTaken("it has no duration, or ends before", "DTSTART:20260102T000000Z", "DTEND:20260101T000000Z");
        assertNotTaken("DTSTART is \"soon\"", "DTSTART:soon");
        assertNotTaken("DTSTART is \"20260230\"", "DTSTART;VALUE=DATE:20260230");
        assertNotTaken("DTSTART is \"99990101T000000Z\"", "DTSTART:99990101T000000Z");
        assertNotTaken("DURATION is not a duration", "DTSTART:20260101T000000Z", "DURATION:-PT1H");
        assertNotTaken("DURATION is not a duration", "DTSTART:20260101T000000Z", "DURATION:PT");
        assertNotTaken(
                "time zone \"Customized\" is no IANA name", "DTSTART;TZID=Customized:20260101T000000", "DURATION:PT1H");
        assertNotTaken("RRULE is SECONDLY", "DTSTART:20260101T000000Z", "DURATION:PT1H", "RRULE:FREQ=SECONDLY");
        assertNotTaken(
                "RRULE never begins",
                "DTSTART:20260101T000000Z",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30");
        assertNotTaken("366 days", "DTSTART:20260101T000000Z", "DURATION:P400D", "RRULE:FREQ=DAILY");
        assertNotTaken("EXDATE is \"x\"", "DTSTART:20260101T000000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY", "EXDATE:x");
        assertNotTaken("RECURRENCE-ID", "DTSTART:20260101T000000Z", "DURATION:PT1H", "RECURRENCE-ID:20260101T000000Z");
        assertNotTaken("cancelled", "DTSTART:20260101T000000Z", "DURATION:PT1H", "STATUS:CANCELLED");
    }

    @Test
    void takesAnEventOnlyOnceAndNotWithoutUid() {
        String event = "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20260101\nEND:VEVENT\n";

        CalendarReading reading =
                read(event + event + event.replace("UID:a\n", "").strip());

        assertThat(reading.events()).hasSize(1);
        assertThat(reading.notTaken())
                .extracting(NotTaken::why)
                .containsExactly("an event with this UID was read before", "it has no UID");
    }

    @Test
    void keepsTheRuleOfTheCalendar() {
        assertThat(only(
                        "DTSTART;TZID=America/New_York:20260105T090000",
                        "DURATION:PT8H",
                        "RRULE:FREQ=WEEKLY;BYDAY=MO,TU"))
                .isEqualTo(rule("FREQ=WEEKLY;BYDAY=MO,TU", "2026-01-05T09:00", "PT8H", ZoneId.of("America/New_York")));
    }

    private static Window only(String... lines) {
        CalendarReading reading = event(lines);
        assertThat(reading.notTaken()).isEmpty();
        assertThat(reading.events()).hasSize(1);
        return reading.events().getFirst().window();
    }

    private static void assertNotTaken(String why, String... lines) {
        CalendarReading reading = event(lines);
        List<NotTaken> notes = reading.notTaken();
        assertThat(reading.events()).as(why).isEmpty();
        assertThat(notes).hasSize(1);
        assertThat(notes.getFirst().why()).contains(why);
        assertThat(notes.getFirst().what()).isEqualTo("\"a@example.org\"");
    }
}
