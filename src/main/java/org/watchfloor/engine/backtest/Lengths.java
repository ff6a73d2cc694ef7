package org.watchfloor.engine.backtest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.watchfloor.model.Counted;

/** Lengths of time as people say and choose them. Stateless. */
public final class Lengths {
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Duration> USUAL = Stream.of(
                    5, 10, 15, 30, 60, 120, 180, 300, 600, 900, 1_200, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200)
            .map(Duration::ofSeconds)
            .toList();

    private Lengths() {}

    /** {@code 12.5 days}, {@code 5 hours}, {@code 40 minutes}, {@code 30 seconds}. */
    public static String text(Duration length) {
        if (length.compareTo(DAY.multipliedBy(2)) >= 0) {
            double days = length.toMinutes() / (double) DAY.toMinutes();
            boolean isWhole = Math.abs(days - Math.rint(days)) < 0.05;
            return isWhole ? Counted.of(Math.round(days), "day") : String.format(Locale.ROOT, "%.1f days", days);
        }
        if (length.compareTo(Duration.ofHours(2)) >= 0) {
            return Counted.of(Math.round(length.toMinutes() / 60.0), "hour");
        }
        return length.compareTo(Duration.ofMinutes(2)) >= 0
                ? Counted.of(length.toMinutes(), "minute")
                : Counted.of(length.toSeconds(), "second");
    }

    /** The next one that people choose above the given one; the same and a second where there is none. */
    public static Duration usualAbove(Duration length) {
        return usual().filter(one -> one.compareTo(length) > 0).findFirst().orElse(length.plusSeconds(1));
    }

    /** Those that people choose for {@code for}, shortest first. */
    static Stream<Duration> usual() {
        return USUAL.stream();
    }
}
