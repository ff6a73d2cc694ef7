package org.watchfloor.alert.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * At which times of a day a rule begins; immutable.
 *
 * @param beat DAYS if each of its days has the same times; else HOURS or MINUTES, counted from the start
 * @param interval each how many hours or minutes
 * @param hours ascending, as are minutes and seconds
 */
record TimesOfDay(
        ChronoUnit beat,
        int interval,
        LocalDateTime start,
        List<Integer> hours,
        List<Integer> minutes,
        List<Integer> seconds) {
    TimesOfDay {
        hours = List.copyOf(hours);
        minutes = List.copyOf(minutes);
        seconds = List.copyOf(seconds);
    }

    /** How many times a day may have at most. */
    long most() {
        return (long) hours.size() * minutes.size() * seconds.size();
    }

    List<LocalTime> on(LocalDate day) {
        long midnight = beat == ChronoUnit.DAYS ? 0 : beat.between(start.truncatedTo(beat), day.atStartOfDay());
        List<LocalTime> times = new ArrayList<>();
        for (int hour : hours) {
            for (int minute : minutes) {
                if (isOnBeat(midnight, hour, minute)) {
                    seconds.forEach(second -> times.add(LocalTime.of(hour, minute, second)));
                }
            }
        }
        return times;
    }

    private boolean isOnBeat(long midnight, int hour, int minute) {
        return switch (beat) {
            case HOURS -> (midnight + hour) % interval == 0;
            case MINUTES -> (midnight + hour * 60L + minute) % interval == 0;
            default -> true;
        };
    }
}
