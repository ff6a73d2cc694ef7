package org.watchfloor.alert.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random windows in random weeks, many of them with a change of the clock, against a walk from minute to minute. */
class RecurringWindowOracleTest {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("UTC"));
    private static final int RULES = 12;

    /** @param week the Monday before a change of the clock somewhere */
    private record Week(ZoneId zone, LocalDateTime week, Duration lasts) {
        static Week random(Random random) {
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            Instant about = Instant.parse("2024-01-01T00:00:00Z").plus(random.nextInt(3000), ChronoUnit.DAYS);
            var change = zone.getRules().nextTransition(about);
            Instant at = change == null || random.nextInt(3) == 0 ? about : change.getInstant();
            LocalDateTime week = LocalDateTime.ofInstant(at, zone)
                    .truncatedTo(ChronoUnit.DAYS)
                    .with(DayOfWeek.MONDAY);
            return new Week(zone, week, Duration.ofMinutes(1 + random.nextInt(random.nextBoolean() ? 90 : 3000)));
        }

        Instant begin() {
            return week.atZone(zone).toInstant();
        }

        /** The instants at which the window begins, found by looking at each minute of the local calendar. */
        NavigableSet<Instant> starts(Predicate<LocalDateTime> begins) {
            NavigableSet<Instant> starts = new TreeSet<>();
            LocalDateTime end = week.plusDays(9);
            for (LocalDateTime time = week.minus(lasts).minusDays(1); time.isBefore(end); time = time.plusMinutes(1)) {
                if (begins.test(time)) {
                    starts.add(time.atZone(zone).toInstant());
                }
            }
            return starts;
        }

        void agree(Recurrence recurrence, NavigableSet<Instant> starts) {
            Window window = new RecurringWindow(recurrence, zone, lasts, Exclusions.NONE);
            Instant end = begin().plus(7, ChronoUnit.DAYS);
            for (Instant now = begin(); now.isBefore(end); now = now.plusSeconds(60)) {
                Optional<Span> expected = Optional.ofNullable(starts.floor(now))
                        .map(start -> Span.lasting(start, lasts))
                        .filter(Span.lasting(now, Duration.ofNanos(1))::meets);
                Optional<Span> found = window.at(now);
                if (!found.equals(expected)) { // an assertion for each of 10,000 minutes takes most of the time
                    assertThat(found).as("%s %s at %s", recurrence, this, now).isEqualTo(expected);
                }
            }
            assertThat(window.between(begin(), end, 100_000))
                    .as("%s %s", recurrence, this)
                    .isEqualTo(starts.headSet(end).stream()
                            .map(start -> Span.lasting(start, lasts))
                            .filter(span -> span.to().isAfter(begin()))
                            .toList());
            Optional.ofNullable(starts.higher(begin()))
                    .ifPresent(next -> assertThat(
                                    window.next(begin()).orElseThrow().from())
                            .as("%s %s", recurrence, this)
                            .isEqualTo(next));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void recurrenceRulesAgree(long seed) throws BadRecurrence {
        Random random = new Random(seed);
        int busy = 0;
        for (int i = 0; i < RULES; i++) {
            Week week = Week.random(random);
            RandomRule rule = RandomRule.of(random);
            NavigableSet<Instant> starts = week.starts(rule::begins);
            if (starts.isEmpty()) {
                continue;
            }
            busy++;
            week.agree(Rrule.of(rule.text(), rule.start(), week.zone()), starts);
        }
        assertThat(busy).isGreaterThan(RULES / 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void cronExpressionsAgree(long seed) throws BadRecurrence {
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            Week week = Week.random(random);
            RandomCron cron = RandomCron.of(random);
            week.agree(Cron.of(cron.text()), week.starts(cron::begins));
        }
    }

    /** A cron expression of lists; an empty one is a star. */
    private record RandomCron(
            List<Integer> minutes,
            List<Integer> hours,
            List<Integer> days,
            List<Integer> months,
            List<Integer> weekdays) {
        static RandomCron of(Random random) {
            return new RandomCron(
                    some(random, 0, 59, 2),
                    some(random, 0, 23, 3),
                    some(random, 1, 28, 3),
                    some(random, 1, 12, 5),
                    some(random, 1, 7, 3));
        }

        private static List<Integer> some(Random random, int min, int max, int starOneIn) {
            if (random.nextInt(starOneIn) != 0 && starOneIn != 2) {
                return List.of();
            }
            List<Integer> values = new ArrayList<>();
            random.ints(1 + random.nextInt(5), min, max + 1).distinct().forEach(values::add);
            Collections.sort(values);
            return values;
        }

        String text() {
            return String.join(" ", List.of(field(minutes), field(hours), field(days), field(months), field(weekdays)));
        }

        private static String field(List<Integer> values) {
            return values.isEmpty()
                    ? "*"
                    : String.join(",", values.stream().map(String::valueOf).toList());
        }

        boolean begins(LocalDateTime time) {
            boolean day = days.contains(time.getDayOfMonth());
            boolean weekday = weekdays.contains(time.getDayOfWeek().getValue());
            boolean matchesDay =
                    days.isEmpty() ? weekdays.isEmpty() || weekday : weekdays.isEmpty() ? day : day || weekday;
            return has(minutes, time.getMinute())
                    && has(hours, time.getHour())
                    && has(months, time.getMonthValue())
                    && matchesDay;
        }

        private static boolean has(List<Integer> values, int value) {
            return values.isEmpty() || values.contains(value);
        }
    }
}
