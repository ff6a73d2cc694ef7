package org.watchfloor.alert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.watchfloor.alert.calendar.Windows.BERLIN;
import static org.watchfloor.alert.calendar.Windows.at;
import static org.watchfloor.alert.calendar.Windows.cron;
import static org.watchfloor.alert.calendar.Windows.except;
import static org.watchfloor.alert.calendar.Windows.rule;
import static org.watchfloor.alert.calendar.Windows.span;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Windows that come again, on usual days and when the clock changes. */
class RecurringWindowTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    @Test
    void isHalfOpen() {
        Window window = rule("FREQ=DAILY", "2026-01-05T22:00", "PT2H", BERLIN);

        assertThat(window.at(at("2026-01-07T21:59:59+01:00"))).isEmpty();
        Span night = span("2026-01-07T22:00+01:00", "2026-01-08T00:00+01:00");
        assertThat(window.at(night.from())).contains(night);
        assertThat(window.at(night.to().minusNanos(1))).contains(night);
        assertThat(window.at(night.to())).isEmpty();
    }

    @Test
    void nextIsStrictlyAfter() {
        Window window = cron("0 22 * * fri", "PT2H", BERLIN);
        Instant friday = at("2026-01-09T22:00+01:00");

        assertThat(window.next(friday.minusNanos(1)).orElseThrow().from()).isEqualTo(friday);
        assertThat(window.next(friday).orElseThrow().from()).isEqualTo(at("2026-01-16T22:00+01:00"));
    }

    @Test
    void betweenHoldsWhatBeganBefore() {
        Window window = rule("FREQ=DAILY", "2026-01-05T22:00", "PT4H", BERLIN);
        Instant midnight = at("2026-01-07T00:00+01:00");

        assertThat(window.between(midnight, at("2026-01-08T00:00+01:00"), 10))
                .containsExactly(
                        span("2026-01-06T22:00+01:00", "2026-01-07T02:00+01:00"),
                        span("2026-01-07T22:00+01:00", "2026-01-08T02:00+01:00"));
        assertThat(window.between(midnight, at("2027-01-01T00:00+01:00"), 3)).hasSize(3);
        assertThat(window.between(midnight, midnight, 3)).isEmpty();
    }

    @Test
    void findsTheLastFridayOfTheMonth() {
        Window window = rule("FREQ=MONTHLY;BYDAY=-1FR", "1999-01-01T20:00", "PT6H", BERLIN);

        assertThat(window.between(at("2026-01-01T00:00+01:00"), at("2026-05-01T00:00+02:00"), 10))
                .extracting(span -> span.from().atZone(BERLIN).toLocalDate().toString())
                .containsExactly("2026-01-30", "2026-02-27", "2026-03-27", "2026-04-24");
    }

    @Test
    void movesASkippedTimeForwardInBerlin() {
        Window window = rule("FREQ=DAILY", "2026-03-01T02:30", "PT1H", BERLIN);

        assertThat(window.next(at("2026-03-28T12:00+01:00")))
                .contains(span("2026-03-29T03:30+02:00", "2026-03-29T04:30+02:00"));
        assertThat(window.at(at("2026-03-29T03:10+02:00"))).isEmpty();
        assertThat(window.at(at("2026-03-29T03:30+02:00"))).isPresent();
    }

    @Test
    void takesTheFirstOfADoubledTimeInBerlin() {
        Window window = rule("FREQ=DAILY", "2026-10-01T02:30", "PT20M", BERLIN);

        assertThat(window.at(at("2026-10-25T02:30+02:00"))).isPresent();
        assertThat(window.at(at("2026-10-25T02:30+01:00"))).isEmpty();
        assertThat(window.next(at("2026-10-25T02:30+02:00")).orElseThrow().from())
                .isEqualTo(at("2026-10-26T02:30+01:00"));
    }

    @Test
    void lastsElapsedTimeInNewYork() {
        Window window = cron("0 22 * * sat", "PT6H", NEW_YORK);

        assertThat(window.at(at("2026-03-08T04:30-04:00")))
                .contains(span("2026-03-07T22:00-05:00", "2026-03-08T05:00-04:00"));
        assertThat(window.at(at("2026-11-01T02:59-05:00")))
                .contains(span("2026-10-31T22:00-04:00", "2026-11-01T03:00-05:00"));
    }

    @Test
    void knowsTheHalfHourOfLordHowe() {
        Window window = rule("FREQ=DAILY", "2026-01-01T02:15", "PT15M", LORD_HOWE);

        assertThat(window.next(at("2026-10-03T12:00+10:30")).orElseThrow().from())
                .isEqualTo(at("2026-10-04T02:45+11:00"));
        Window autumn = rule("FREQ=DAILY", "2026-01-01T01:45", "PT15M", LORD_HOWE);
        assertThat(autumn.at(at("2026-04-05T01:45+11:00"))).isPresent();
        assertThat(autumn.at(at("2026-04-05T01:45+10:30"))).isEmpty();
    }

    @Test
    void ordersAndMergesWhatTheGapPushesTogether() {
        Window window = rule("FREQ=MINUTELY;INTERVAL=30", "2026-03-01T00:00", "PT10M", BERLIN);

        assertThat(window.between(at("2026-03-29T01:30+01:00"), at("2026-03-29T04:30+02:00"), 100))
                .extracting(Span::from)
                .containsExactly(
                        at("2026-03-29T01:30+01:00"),
                        at("2026-03-29T03:00+02:00"),
                        at("2026-03-29T03:30+02:00"),
                        at("2026-03-29T04:00+02:00"));
    }

    @Test
    void skipsADayThatSamoaNeverHad() {
        Window window = rule("FREQ=DAILY", "2011-12-01T10:00", "PT1H", ZoneId.of("Pacific/Apia"));

        assertThat(window.between(at("2011-12-29T00:00-10:00"), at("2012-01-01T00:00+14:00"), 10))
                .extracting(Span::from)
                .containsExactly(at("2011-12-29T10:00-10:00"), at("2011-12-31T10:00+14:00"));
    }

    @Test
    void leavesOutExceptions() {
        RecurringWindow daily = rule("FREQ=HOURLY;INTERVAL=6", "2026-01-01T00:00", "PT1H", BERLIN);
        Window single = except(daily, "2026-01-02T06:00");
        Window day = new RecurringWindow(
                daily.recurrence(), BERLIN, daily.lasts(), new Exclusions(Set.of(LocalDate.of(2026, 1, 2)), Set.of()));

        assertThat(single.at(at("2026-01-02T06:30+01:00"))).isEmpty();
        assertThat(single.at(at("2026-01-02T12:30+01:00"))).isPresent();
        assertThat(day.between(at("2026-01-01T18:30+01:00"), at("2026-01-03T01:00+01:00"), 9))
                .extracting(Span::from)
                .containsExactly(at("2026-01-01T18:00+01:00"), at("2026-01-03T00:00+01:00"));
    }

    @Test
    void leavesOutAnExceptionThatNamesTheMovedTime() {
        RecurringWindow window = rule("FREQ=DAILY", "2026-03-01T02:30", "PT10M", BERLIN);

        assertThat(except(window, "2026-03-29T03:30").at(at("2026-03-29T03:30+02:00")))
                .isEmpty();
        assertThat(except(window, "2026-03-29T02:30").at(at("2026-03-29T03:30+02:00")))
                .isEmpty();
    }

    @Test
    void endsWithUntilAndCount() {
        Instant third = at("2026-01-07T22:00+01:00");
        for (String end : List.of(
                "COUNT=3",
                "UNTIL=20260107",
                "UNTIL=20260107T210000Z",
                "UNTIL=20260107T220000",
                "UNTIL=20260108T205959Z")) {
            Window window = rule("FREQ=DAILY;" + end, "2026-01-05T22:00", "PT1H", BERLIN);

            assertThat(window.at(third)).as(end).isPresent();
            assertThat(window.next(third)).as(end).isEmpty();
            assertThat(window.at(third.plus(Duration.ofDays(1)))).as(end).isEmpty();
        }
    }

    @Test
    void tellsTheLastBegunOfOverlappingOnes() {
        Window window = rule("FREQ=DAILY", "2026-01-05T22:00", "PT36H", BERLIN);

        assertThat(window.at(at("2026-01-08T23:00+01:00")).orElseThrow().from())
                .isEqualTo(at("2026-01-08T22:00+01:00"));
        assertThat(window.at(at("2026-01-06T21:00+01:00")).orElseThrow().from())
                .isEqualTo(at("2026-01-05T22:00+01:00"));
    }

    @Test
    void findsWhatBeganMonthsAgo() {
        Window window = rule("FREQ=YEARLY", "2000-02-01T00:00", "P300D", BERLIN);

        assertThat(window.at(at("2026-11-01T00:00+01:00")).orElseThrow().from())
                .isEqualTo(at("2026-02-01T00:00+01:00"));
        assertThat(window.at(at("2026-12-15T00:00+01:00"))).isEmpty();
    }

    @Test
    void answersForDenseRulesOfLongAgo() {
        List<Window> windows = List.of(
                rule("FREQ=MINUTELY", "1970-01-01T00:00", "PT30S", BERLIN),
                rule("FREQ=MINUTELY;INTERVAL=7;BYMONTH=2", "1970-01-01T00:00", "PT30S", BERLIN),
                rule("FREQ=HOURLY;INTERVAL=5;BYMONTHDAY=29", "1970-01-01T00:00", "PT30S", BERLIN),
                cron("* * 29 2 *", "PT30S", BERLIN));

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int year = 1990; year < 2490; year++) {
                Instant now = at(year + "-06-01T12:00:10+02:00");
                windows.forEach(window -> assertThat(window.next(now)).isPresent());
                assertThat(windows.getFirst().at(now)).isPresent();
            }
        });
    }

    @Test
    void answersNothingFarOutsideOfTheCalendar() {
        Window window = rule("FREQ=DAILY", "1970-01-01T00:00", "PT24H", BERLIN);

        assertThat(window.at(Instant.MAX)).isEmpty();
        assertThat(window.at(Instant.MIN)).isEmpty();
        assertThat(window.next(Instant.MAX)).isEmpty();
        assertThat(window.next(Instant.MIN).orElseThrow().from()).isEqualTo(at("1970-01-01T00:00+01:00"));
        assertThat(window.between(Instant.MIN, Instant.MAX, 5)).hasSize(5);
    }

    @Test
    void fixedOnesTakePlaceOnce() {
        Span span = span("2026-03-28T22:00+01:00", "2026-03-29T04:00+02:00");
        Window window = new FixedWindow(span);

        assertThat(span.length()).isEqualTo(Duration.ofHours(5));
        assertThat(window.at(span.from())).contains(span);
        assertThat(window.at(span.to())).isEmpty();
        assertThat(window.next(span.from())).isEmpty();
        assertThat(window.next(span.from().minusSeconds(1))).contains(span);
        assertThat(window.between(span.to().minusSeconds(1), Instant.MAX, 1)).containsExactly(span);
        assertThat(window.between(span.to(), Instant.MAX, 1)).isEmpty();
    }

    @Test
    void flexibleOnesBeginWhenTriggeredAndOutlastTheWindow() {
        FlexibleWindow window =
                new FlexibleWindow(rule("FREQ=DAILY", "2026-01-05T22:00", "PT4H", BERLIN), Duration.ofHours(2));
        Instant trigger = at("2026-01-06T01:00+01:00");
        Span span = span("2026-01-06T01:00+01:00", "2026-01-06T03:00+01:00");

        assertThat(window.triggered(trigger)).contains(span);
        assertThat(window.triggered(at("2026-01-06T03:00+01:00"))).isEmpty();
        assertThat(window.at(at("2026-01-06T02:59+01:00"), Optional.of(trigger)))
                .contains(span);
        assertThat(window.at(span.to(), Optional.of(trigger))).isEmpty();
        assertThat(window.at(trigger, Optional.empty())).isEmpty();
    }
}
