package org.watchfloor.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.watchfloor.config.Place;
import org.watchfloor.model.Labels;

/**
 * Holds the pages of matching alerts for a time; the alerts themselves go on and resolve.
 *
 * @param until exclusive
 */
public record Silence(
        String id, Matchers matchers, Instant from, Instant until, String author, String reason, Place place) {
    private static final String OF = " of ";

    /** Lengths that people choose: 1, 2, 4, 8 hours, 1, 3, 7, 30 days. */
    public static final List<Duration> PRESETS = Stream.concat(
                    Stream.of(1, 2, 4, 8).map(Duration::ofHours),
                    Stream.of(1, 3, 7, 30).map(Duration::ofDays))
            .toList();

    /** How every verdict begins that a silence held an alert. */
    public static String verdictOf(String id) {
        return Telling.NOT_PAGED + Hold.SILENCED.text() + " " + id + OF;
    }

    /** What holds the alerts, in words. */
    String words() {
        return id + OF + author + " until " + until + ": " + reason;
    }

    public boolean holds(Labels labels, Instant now) {
        return isActive(now) && matchers.match(labels);
    }

    public boolean isActive(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
