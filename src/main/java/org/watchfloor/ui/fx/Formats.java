package org.watchfloor.ui.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times and figures are written on screen: the same in every locale, times always with their zone. Immutable. */
public record Formats(ZoneId zone) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    /** {@code 14:05:09}; only where the zone stands beside it. */
    public String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    /** {@code CET}. */
    public String zoneAt(Instant at) {
        String name = ZONE.format(at.atZone(zone));
        return name.equals("Z") ? "UTC" : name;
    }

    /** {@code 2026-11-21}. */
    public String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    /** {@code 2026-11-21 14:05:09 CET}. */
    public String moment(Instant at) {
        return day(at) + " " + clock(at) + " " + zoneAt(at);
    }

    /** {@code 14:05:09 CET} for a time of today, with the day before it for any other. */
    public String moment(Instant at, Instant now) {
        return day(at).equals(day(now)) ? clock(at) + " " + zoneAt(at) : moment(at);
    }

    /** The two greatest units: {@code 820 ms}, {@code 42 s}, {@code 4 min 10 s}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
    public static String duration(Duration length) {
        Duration positive = length.abs();
        if (positive.toSeconds() < 1) {
            return positive.toMillis() + " ms";
        } else if (positive.toMinutes() < 1) {
            return positive.toSeconds() + " s";
        } else if (positive.toHours() < 1) {
            return two(positive.toMinutes(), "min", positive.toSecondsPart(), "s");
        } else if (positive.toDays() < 1) {
            return two(positive.toHours(), "h", positive.toMinutesPart(), "min");
        }
        return two(positive.toDays(), "d", positive.toHoursPart(), "h");
    }

    private static String two(long great, String greatUnit, int small, String smallUnit) {
        return great + " " + greatUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** The greatest unit only: {@code 42 s}, {@code 4 min}, {@code 2 h}, {@code 3 d}. */
    public static String roughly(Duration length) {
        Duration positive = length.abs();
        if (positive.toMinutes() < 1) {
            return positive.toSeconds() + " s";
        } else if (positive.toHours() < 1) {
            return positive.toMinutes() + " min";
        }
        return positive.toDays() < 1 ? positive.toHours() + " h" : positive.toDays() + " d";
    }

    /** {@code 12,345}. */
    public static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 412/s}, below ten {@code 3.4/s}. */
    public static String perSecond(double rate) {
        return String.format(Locale.ROOT, rate < 9.95 ? "%.1f/s" : "%,.0f/s", rate);
    }

    /** {@code 0.4 ms}, {@code 8 ms}, from a second on {@code 1.2 s}. */
    public static String millis(double millis) {
        if (millis >= 999.5) {
            return String.format(Locale.ROOT, "%,.1f s", millis / 1_000);
        }
        return String.format(Locale.ROOT, millis < 9.95 ? "%.1f ms" : "%.0f ms", millis);
    }

    /** Powers of ten: {@code 640 kB}, {@code 214 MB}, {@code 1.2 GB}. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        } else if (bytes < 999_500) {
            return String.format(Locale.ROOT, "%.0f kB", bytes / 1e3);
        } else if (bytes < 999_500_000) {
            return String.format(Locale.ROOT, bytes < 9_950_000 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
        }
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    /** {@code 12 % not seen}; empty for less than half a percent. */
    public static String unseen(double share) {
        return share < 0.005 ? "" : share > 0.99 ? "over 99 % not seen" : Math.round(share * 100) + " % not seen";
    }

    /** A share of 0 to 1 with two decimals, never rounded up to the whole: {@code 99.95 %}. */
    public static String percent(double share) {
        double hundredths = Math.floor(share * 10_000 + 1e-6);
        return String.format(Locale.ROOT, "%.2f %%", hundredths / 100);
    }
}
