package org.watchfloor.alert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.alert.calendar.Windows.BERLIN;
import static org.watchfloor.alert.calendar.Windows.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigNodes;

/** Entries of {@code intervals:}: what they cover, when that changes, and what is said about mistakes. */
class TimeIntervalTest {
    @Test
    void coversOfficeHours() {
        TimeInterval office = read("any: [{weekdays: mon-fri, times: '09:00-17:00'}]");

        assertThat(office.covers(at("2026-01-09T08:59:59+01:00"))).isFalse();
        assertThat(office.covers(at("2026-01-09T09:00+01:00"))).isTrue();
        assertThat(office.covers(at("2026-01-09T17:00+01:00"))).isFalse();
        assertThat(office.covers(at("2026-01-10T12:00+01:00"))).isFalse();
        assertThat(office.nextChange(at("2026-01-09T12:00+01:00"))).contains(at("2026-01-09T17:00+01:00"));
        assertThat(office.nextChange(at("2026-01-09T17:00+01:00"))).contains(at("2026-01-12T09:00+01:00"));
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        TimeInterval nights = read("any: [{weekdays: [mon-fri], times: ['22:00-07:00']}]");

        assertThat(nights.covers(at("2026-01-10T06:59+01:00")))
                .as("Friday's night")
                .isTrue();
        assertThat(nights.covers(at("2026-01-12T06:59+01:00")))
                .as("Sunday's night")
                .isFalse();
        assertThat(nights.nextChange(at("2026-01-09T23:00+01:00"))).contains(at("2026-01-10T07:00+01:00"));
        assertThat(nights.nextChange(at("2026-01-10T07:00+01:00"))).contains(at("2026-01-12T22:00+01:00"));
    }

    @Test
    void joinsNightsThatTouchDays() {
        TimeInterval always = read("""
                any:
                  - { weekdays: mon-fri, times: ["07:00-22:00", "22:00-07:00"] }
                  - { weekdays: sat-sun }
                """);

        assertThat(always.nextChange(at("2026-01-06T12:00+01:00")).orElseThrow())
                .as("Monday 00:00 to 07:00 is in no slot")
                .isEqualTo(at("2026-01-12T00:00+01:00"));
        assertThat(always.nextChange(at("2026-01-12T00:00+01:00"))).contains(at("2026-01-12T07:00+01:00"));
    }

    @Test
    void neverChangesWhatIsAlways() {
        TimeInterval always = read("any: [{times: '00:00-24:00'}]");

        assertThat(always.covers(at("2026-03-29T03:00+02:00"))).isTrue();
        assertThat(always.nextChange(at("2026-03-29T03:00+02:00"))).isEmpty();
        assertThat(always.covers(Instant.MAX)).isFalse();
        assertThat(always.nextChange(Instant.MIN)).isEmpty();
    }

    @Test
    void knowsDaysOfTheMonthFromBothEnds() {
        TimeInterval days = read("any: [{days-of-month: ['1-7', '-1', '-3--2'], months: [nov-feb, '6']}]");

        assertThat(days.covers(at("2026-02-07T12:00+01:00"))).isTrue();
        assertThat(days.covers(at("2026-02-08T12:00+01:00"))).isFalse();
        assertThat(days.covers(at("2026-02-25T12:00+01:00"))).isFalse();
        assertThat(days.covers(at("2026-02-26T12:00+01:00"))).isTrue();
        assertThat(days.covers(at("2026-02-28T23:59+01:00"))).isTrue();
        assertThat(days.covers(at("2026-03-01T00:00+01:00"))).isFalse();
        assertThat(days.covers(at("2026-06-01T00:00+02:00"))).isTrue();
    }

    @Test
    void findsTheNextLeapDay() {
        TimeInterval leap = read("any: [{days-of-month: '29', months: february, zone: UTC}]");

        assertThat(leap.nextChange(at("2096-03-01T00:00Z"))).contains(at("2104-02-29T00:00Z"));
    }

    @Test
    void followsTheClockWhenItChanges() {
        TimeInterval nights = read("any: [{times: '00:00-02:30', zone: Europe/Berlin}]");

        assertThat(nights.nextChange(at("2026-03-29T01:00+01:00")))
                .as("02:30 is skipped")
                .contains(at("2026-03-29T03:00+02:00"));
        assertThat(nights.nextChange(at("2026-10-25T01:00+02:00")))
                .as("the first 02:30")
                .contains(at("2026-10-25T02:30+02:00"));
        TimeInterval skipped = read("any: [{times: '02:10-02:50', zone: Europe/Berlin}]");
        assertThat(skipped.nextChange(at("2026-03-28T12:00+01:00"))).contains(at("2026-03-30T02:10+02:00"));
    }

    @Test
    void changesExactlyWhereAWalkSeesIt() {
        TimeInterval mixed = read("""
                any:
                  - { weekdays: [mon-wed, sat], times: ["22:00-07:00", "12:00-12:30"], zone: Europe/Berlin }
                  - { days-of-month: ["-2--1", "1"], times: "01:30-03:30", zone: America/New_York }
                  - { weekdays: sun-mon, times: "01:45-02:15", zone: Australia/Lord_Howe }
                """);
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            Instant begin = at("2026-03-01T00:00Z").plusSeconds(60L * random.nextInt(60 * 24 * 270));
            Instant end = begin.plusSeconds(5 * 24 * 3600);
            List<Instant> walked = new ArrayList<>();
            for (Instant now = begin.plusSeconds(60); !now.isAfter(end); now = now.plusSeconds(60)) {
                if (mixed.covers(now) != mixed.covers(now.minusSeconds(60))) {
                    walked.add(now);
                }
            }
            List<Instant> told = new ArrayList<>();
            for (Instant at = mixed.nextChange(begin).orElseThrow();
                    !at.isAfter(end);
                    at = mixed.nextChange(at).orElseThrow()) {
                told.add(at);
            }
            assertThat(told).as("from %s", begin).isEqualTo(walked);
        }
    }

    @Test
    void tellsMistakes() {
        assertProblem("{}", "the interval \"office\" has no slot; add any:");
        assertProblem("any: [{}]", "the slot restricts nothing");
        assertProblem("any: [{zone: UTC}]", "the slot restricts nothing");
        for (String times : List.of("9-17", "09:00-25:00", "09:00-09:00", "24:00-01:00", "09:60-10:00", "09:00")) {
            assertProblem("any: [{times: '" + times + "'}]", "\"times\" has \"" + times + "\"");
        }
        for (String days : List.of("0", "32", "7-1", "-1--7", "1-2-3", "x")) {
            assertProblem("any: [{days-of-month: '" + days + "'}]", "\"days-of-month\" has \"" + days + "\"");
        }
        assertProblem("any: [{weekdays: [mon, fry]}]", "\"weekdays\" has \"fry\"");
        assertProblem("any: [{weekdays: '8'}]", "\"weekdays\" has \"8\"");
        assertProblem("any: [{months: '13'}]", "\"months\" has \"13\"");
        assertProblem("any: [{months: jan, zone: Berlin}]", "did you mean Europe/Berlin?");
        assertProblem("any: [{month: jan}]", "the key \"month\" is not known here", "restricts nothing");
    }

    private static TimeInterval read(String yaml) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        TimeInterval interval = new TimeIntervalReader(BERLIN).read("office", parsed.root());
        assertThat(parsed.messages()).isEmpty();
        return interval;
    }

    private static void assertProblem(String yaml, String... texts) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        assertThat(new TimeIntervalReader(BERLIN).read("office", parsed.root())).isNotNull();
        List<String> messages = parsed.messages();
        assertThat(messages).as(yaml).hasSize(texts.length);
        assertThat(String.join("\n", messages)).contains(texts);
    }
}
