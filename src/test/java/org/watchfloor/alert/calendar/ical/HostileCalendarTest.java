package org.watchfloor.alert.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.alert.calendar.ical.Calendars.BERLIN;
import static org.watchfloor.alert.calendar.ical.Calendars.read;
import static org.watchfloor.alert.calendar.ical.Calendars.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and malicious calendars end as notes, quickly. */
class HostileCalendarTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<html>",
                "BEGIN:VEVENT\nEND:VEVENT",
                "END:VCALENDAR",
                "BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\nEND:VCALENDAR",
                " BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\n:\n;:\nX;=:\nX;A=\":\nX;A=\"b\"c;D=e\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\n\0\nEND:VEVENT\nEND:VCALENDAR"
            })
    void saysWhatIsWrong(String text) {
        CalendarReading reading = CalendarReader.read(text, BERLIN);

        assertThat(reading.events()).isEmpty();
        assertThat(reading.notTaken()).isNotEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        CalendarReading reading = CalendarReader.read("x".repeat(CalendarReader.MOST_CHARACTERS + 1), BERLIN);

        assertThat(reading.notTaken())
                .singleElement()
                .extracting(NotTaken::why)
                .isEqualTo("it has more than 4194304 characters");
    }

    @Test
    void skipsALineThatIsTooLong() {
        CalendarReading reading = read("X:" + "y".repeat(70_000) + "\n" + "Z:" + "\n y".repeat(70_000)
                + "\nBEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20260101\nEND:VEVENT");

        assertThat(reading.events()).hasSize(1);
        assertThat(reading.notTaken()).hasSize(2).allMatch(note -> note.why().equals("longer than 65536 characters"));
    }

    @Test
    void takesAtMost5000Events() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 5_002; i++) {
            events.append("BEGIN:VEVENT\nUID:").append(i).append("\nDTSTART;VALUE=DATE:20260101\nEND:VEVENT\n");
        }

        CalendarReading reading = read(events.toString().strip());

        assertThat(reading.events()).hasSize(5_000);
        assertThat(reading.notTaken()).hasSize(2).allMatch(note -> note.why().equals("more than 5000 events"));
    }

    @Test
    void listsAtMostAThousandNotes() {
        CalendarReading reading = read("X-A:b\n".repeat(50_000) + "X-A:b");

        assertThat(reading.notTaken()).hasSize(1_001);
        assertThat(reading.notTaken().getLast().what()).isEqualTo("49001 more");
    }

    @Test
    void boundsDepthPropertiesParametersAndExceptions() {
        String deep = read("BEGIN:X\n".repeat(30).strip()).notTaken().toString();
        assertThat(deep).contains("components lie too deep");
        String many = "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20260101\n" + "COMMENT:x\n".repeat(1_200) + "END:VEVENT";
        assertThat(read(many).notTaken().toString()).contains("more than 1000 properties");
        assertThat(read("X" + ";A=\"\"".repeat(60) + ":y").notTaken().toString())
                .contains("is no content line");
        assertThat(read("X;A=" + "\"\"".repeat(30_000) + ":y").notTaken()).hasSize(1);
        StringBuilder dates = new StringBuilder("20260101");
        for (int i = 0; i < 1_100; i++) {
            dates.append(',')
                    .append(LocalDate.of(2026, 1, 1).plusDays(i).toString().replace("-", ""));
        }
        assertThat(read("BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY\nEXDATE:" + dates
                                + "\nEND:VEVENT")
                        .notTaken()
                        .toString())
                .contains("more than 1000 EXDATEs");
    }

    @Test
    void showsOddTextsOnOneLine() {
        assertThat(read("BEGIN:\u202Eevil\u0007" + "x".repeat(100))
                        .notTaken()
                        .getFirst()
                        .what())
                .isEqualTo("\"?EVIL?" + "X".repeat(54) + "…\"");
    }

    @Test
    void survivesRandomDamage() {
        String good = CalendarWriter.write(
                List.of(
                        new CalendarEvent(
                                "a@b",
                                1,
                                "x",
                                "y",
                                rule("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30T22:00", "PT6H", BERLIN)),
                        new CalendarEvent(
                                "c@d", 1, "x", "y", Calendars.fixed("2026-01-01T00:00Z", "2026-01-02T00:00Z"))),
                Calendars.STAMP);
        Random random = new Random(5);
        int damaged = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int change = random.nextInt(6); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.setCharAt(at, (char) random.nextInt(0x250));
                    case 2 -> text.insert(at, ";:=\",\\\r\n -T9Z".charAt(random.nextInt(13)));
                    default -> text.delete(at, Math.min(text.length(), at + random.nextInt(200)));
                }
            }
            CalendarReading reading = CalendarReader.read(text.toString(), BERLIN);
            damaged += reading.events().size() < 2 ? 1 : 0;
            assertThat(reading.events().size() + reading.notTaken().size())
                    .as(text.toString())
                    .isPositive();
        }
        assertThat(damaged).isBetween(500, 2_900);
    }
}
