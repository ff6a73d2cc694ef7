package org.watchfloor.alert.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Change;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.Place;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;

/** Events of a calendar become entries of the configuration. */
class CalendarImportTest {
    private static final Written.Keys ALL_HOSTS = Written.Keys.NONE.with("hosts", "*");

    @Test
    void writesASingleEventWithItsTimesAndWhatItIsFor() {
        CalendarReading reading = Calendars.event(
                "DTSTART:20260105T220000Z", "DTEND:20260106T040000Z", "SUMMARY:New disks", "DESCRIPTION:a\\nb\\, c");

        Change.Save save = only(plan(reading, Map.of(), ALL_HOSTS));

        assertThat(save.id().section()).isEqualTo("maintenance");
        assertThat(save.id().id()).startsWith("event-a-example.org-");
        assertThat(save.keys())
                .isEqualTo(Written.Keys.NONE
                        .with("title", "New disks")
                        .with("reason", "a\nb, c")
                        .with("from", "2026-01-05T22:00:00Z")
                        .with("to", "2026-01-06T04:00:00Z")
                        .with("hosts", "*"));
    }

    @Test
    void writesARuleInItsZoneWithItsExceptions() {
        CalendarReading reading = Calendars.event(
                "DTSTART;TZID=Europe/Berlin:20260110T220000",
                "DURATION:P1DT2H30M",
                "RRULE:FREQ=WEEKLY;BYDAY=SA",
                "EXDATE;TZID=Europe/Berlin:20260117T220000",
                "SUMMARY:x");

        Written.Keys keys = only(plan(reading, Map.of(), ALL_HOSTS)).keys();

        assertThat(keys.keys())
                .containsEntry("zone", new Written.Text("Europe/Berlin"))
                .containsEntry("rrule", new Written.Text("FREQ=WEEKLY;BYDAY=SA"))
                .containsEntry("from", new Written.Text("2026-01-10T22:00"))
                .containsEntry("lasts", new Written.Text("1d2h30m"))
                .containsEntry("except", Written.Items.of(List.of("2026-01-17T22:00")));
    }

    @Test
    void changesTheEntryThatTheEventCameFromAndKeepsTheRestOfIt() {
        EntryId id = new EntryId("maintenance", "weekly");
        Written.Keys old = Written.Keys.NONE
                .with("title", "old")
                .with("cron", "0 22 * * fri")
                .with("lasts", "2h")
                .with("flexible", "30m")
                .with("tags", "prod");
        CalendarReading reading = Calendars.read("BEGIN:VEVENT\r\nUID:maintenance-weekly@watchfloor\r\n"
                + "DTSTART:20260105T220000Z\r\nDTEND:20260105T230000Z\r\nSUMMARY:new\r\nEND:VEVENT");

        Change.Save save = only(plan(reading, Map.of(id, entry(id, old, Optional.of("abc"))), Written.Keys.NONE));

        assertThat(save.id()).isEqualTo(id);
        assertThat(save.keys())
                .isEqualTo(Written.Keys.NONE
                        .with("title", "new")
                        .with("from", "2026-01-05T22:00:00Z")
                        .with("to", "2026-01-05T23:00:00Z")
                        .with("flexible", "30m")
                        .with("tags", "prod"));
    }

    @Test
    void listsWhatItCannotTake() {
        EntryId byHand = new EntryId("maintenance", "by-hand");
        CalendarReading reading = CalendarReader.read(
                calendar(
                        "maintenance-by-hand@watchfloor",
                        "maintenance-weekly-20260109T220000Z@watchfloor",
                        "x",
                        "x y",
                        "x-y"),
                ZoneOffset.UTC);
        Map<EntryId, WrittenEntry> present = Map.of(byHand, entry(byHand, Written.Keys.NONE, Optional.empty()));

        CalendarImport.Plan plan = plan(reading, present, ALL_HOSTS);

        assertThat(plan.changes()).hasSize(3);
        assertThat(plan.notTaken())
                .extracting(NotTaken::why)
                .containsExactly(
                        "maintenance/by-hand stands in site.yaml:3:5; change it there",
                        "it is one time of weekly, whose cron expression no calendar can hold");
        assertThat(plan(reading, Map.of(), Written.Keys.NONE).notTaken())
                .anyMatch(left -> left.why().startsWith("it is not said what it is for"));
    }

    @Test
    void takesNoMoreThanItsLimit() {
        String[] uids = IntStream.range(0, CalendarImport.MOST + 3)
                .mapToObj(number -> "uid-" + number)
                .toArray(String[]::new);

        CalendarImport.Plan plan = plan(CalendarReader.read(calendar(uids), ZoneOffset.UTC), Map.of(), ALL_HOSTS);

        assertThat(plan.changes()).hasSize(CalendarImport.MOST);
        assertThat(plan.notTaken()).hasSize(3);
    }

    @Test
    void makesNamesOfHostileUids() {
        CalendarReading reading = CalendarReader.read(
                calendar("../../etc/passwd", "maintenance-../x@watchfloor", "ü".repeat(500), ".hidden", "a: {b}"),
                ZoneOffset.UTC);

        assertThat(plan(reading, Map.of(), ALL_HOSTS).changes())
                .hasSize(5)
                .allMatch(change -> change.id().id().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}"));
    }

    @Test
    void comesBackAsItWentOut() {
        CalendarEvent weekly = new CalendarEvent(
                "maintenance-weekly@watchfloor",
                1,
                "weekly",
                "",
                Calendars.rule("FREQ=WEEKLY;BYDAY=SA", "2026-03-28T22:00", "PT2H", Calendars.BERLIN));
        String text = CalendarWriter.write(List.of(weekly), Instant.parse("2026-01-01T00:00:00Z"));

        Change.Save save = only(plan(CalendarReader.read(text, ZoneOffset.UTC), Map.of(), ALL_HOSTS));

        assertThat(save.id().id()).isEqualTo("weekly");
        assertThat(save.keys().keys()).containsEntry("lasts", new Written.Text("2h"));
    }

    private static CalendarImport.Plan plan(
            CalendarReading reading, Map<EntryId, WrittenEntry> present, Written.Keys targets) {
        return new CalendarImport(reading, present, targets).plan();
    }

    private static Change.Save only(CalendarImport.Plan plan) {
        assertThat(plan.changes()).hasSize(1);
        return (Change.Save) plan.changes().getFirst();
    }

    private static WrittenEntry entry(EntryId id, Written.Keys keys, Optional<String> revision) {
        return new WrittenEntry(id, keys, new Place("site.yaml", 3, 5), revision);
    }

    private static String calendar(String... uids) {
        return List.of(uids).stream()
                .map(uid -> "BEGIN:VEVENT\r\nUID:" + uid
                        + "\r\nDTSTART:20260105T220000Z\r\nDTEND:20260105T230000Z\r\nSUMMARY:x\r\nEND:VEVENT\r\n")
                .collect(Collectors.joining("", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "END:VCALENDAR\r\n"));
    }
}
