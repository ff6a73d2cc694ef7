package org.watchfloor.gate;

import java.math.BigDecimal;
import java.time.Duration;

/** How a breaker judges, in plain words. Pure functions. */
final class PolicyWords {
    private PolicyWords() {}

    static String text(BreakerPolicy policy) {
        return "opens " + opens(policy.trip()) + ", tries again after " + again(policy.reset()) + ", closes "
                + closes(policy.trip());
    }

    private static String opens(Trip trip) {
        return switch (trip) {
            case Trip.Consecutive streak ->
                "after " + counted(streak.failures(), "failure") + (streak.failures() == 1 ? "" : " in a row");
            case Trip.Rate rate ->
                "when " + percent(rate.failedPercent()) + " of " + window(rate.window()) + " failed or "
                        + percent(rate.slowPercent()) + " took longer than " + time(rate.slow())
                        + " (fewer than " + counted(rate.minimumCalls(), "call") + " decide nothing)";
        };
    }

    private static String window(Trip.Window window) {
        return switch (window) {
            case Trip.Window.Calls(int size) -> "the last " + counted(size, "call");
            case Trip.Window.Time(int seconds) -> "the calls of " + time(Duration.ofSeconds(seconds));
        };
    }

    private static String again(Reset reset) {
        boolean grows = reset.growth() > 1 && reset.longest().compareTo(reset.first()) > 0;
        return time(reset.first())
                + (grows
                        ? " (" + plain(reset.growth()) + " times as long each time, at most " + time(reset.longest())
                                + ")"
                        : "");
    }

    private static String closes(Trip trip) {
        return switch (trip) {
            case Trip.Consecutive streak -> "after " + counted(streak.successes(), "success");
            case Trip.Rate rate -> "when fewer of " + counted(rate.trials(), "trial") + " fail or are slow";
        };
    }

    private static String counted(int number, String word) {
        String plural = word.endsWith("s") ? word + "es" : word + "s";
        return number + " " + (number == 1 ? word : plural);
    }

    private static String percent(double share) {
        return plain(share) + " %";
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Up to two minutes in seconds, as they are written in most configurations. */
    static String time(Duration time) {
        if (time.toMillis() % 1_000 != 0) {
            return time.toMillis() + " ms";
        }
        long seconds = time.toSeconds();
        if (seconds <= 120 || seconds % 60 != 0) {
            return seconds + " s";
        }
        return seconds % 3_600 == 0 ? seconds / 3_600 + " h" : seconds / 60 + " min";
    }
}
