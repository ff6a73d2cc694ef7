package org.watchfloor.recovery.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows of the day, over midnight and over the change of the clocks. */
class TimeWindowTest {
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T08:59:59Z, false",
        "2026-01-05T09:00:00Z, true",
        "2026-01-05T10:59:59Z, true",
        "2026-01-05T11:00:00Z, false",
    })
    void holdsFromTheFirstTimeUntilBeforeTheLast(Instant time, boolean holds) {
        assertThat(window("10:00", "12:00", EnumSet.allOf(DayOfWeek.class)).holds(time))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-09T20:59:00Z, false",
        "2026-01-09T21:00:00Z, true",
        "2026-01-10T04:59:00Z, true",
        "2026-01-10T05:00:00Z, false",
        "2026-01-10T22:00:00Z, false",
    })
    void belongsToTheDayOnWhichItBegins(Instant time, boolean holds) {
        assertThat(window("22:00", "06:00", Set.of(DayOfWeek.FRIDAY)).holds(time))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29T00:30:00Z, true", "2026-03-29T01:00:00Z, false", "2026-10-25T00:30:00Z, true"})
    void followsTheClockOnTheWall(Instant time, boolean holds) {
        assertThat(window("01:00", "03:00", EnumSet.allOf(DayOfWeek.class)).holds(time))
                .isEqualTo(holds);
    }

    private static TimeWindow window(String from, String to, Set<DayOfWeek> days) {
        return new TimeWindow(LocalTime.parse(from), LocalTime.parse(to), days, PRAGUE);
    }
}
