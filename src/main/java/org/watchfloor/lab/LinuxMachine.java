package org.watchfloor.lab;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * The vital signs of a Linux machine that is not there, as files of {@code /proc} (proc(5)) and {@code df -P} show them.
 * They rise and fall within ten minutes. Thread-safe.
 */
final class LinuxMachine {
    private static final double PERIOD_SECONDS = 600;
    private static final Duration UP_SINCE = Duration.ofDays(41);
    private static final int PROCESSORS = 4;
    private static final int TICKS_BETWEEN = 100;

    private final InstantSource clock;
    private final Instant boot;

    LinuxMachine(InstantSource clock) {
        this.clock = clock;
        boot = clock.instant().minus(UP_SINCE);
    }

    /** What the recipe {@code linux-vitals} prints. */
    String vitals() {
        double busy = busy();
        double seconds = uptimeSeconds();
        long used = Math.round(TICKS_BETWEEN * busy);
        long available = Math.round(9_400_000 - 3_000_000 * busy);
        return String.format(
                Locale.ROOT,
                """
                @@load
                %.2f %.2f %.2f 1/412 20451
                @@uptime
                %.2f %.2f
                @@cpu
                cpu  8142345 1290 2210034 90412345 51234 0 40123 0 0 0
                @@cpu2
                cpu  %d 1290 2210034 %d 51235 0 40123 0 0 0
                @@memory
                MemTotal:       16303416 kB
                MemFree:         1903416 kB
                MemAvailable:   %8d kB
                Buffers:          402112 kB
                Cached:          6211040 kB
                SwapTotal:       2097148 kB
                SwapFree:        2031612 kB
                @@disk
                Filesystem     1024-blocks      Used Available Capacity Mounted on
                /dev/sda1         51343840  21876504  26827048      45%% /
                /dev/sdb1        515010048 298705820 190069076      62%% /srv
                @@inodes
                Filesystem       Inodes   IUsed    IFree IUse%% Mounted on
                /dev/sda1       3276800  184321  3092479     6%% /
                /dev/sdb1      32768000 1432110 31335890     5%% /srv
                @@end
                """,
                busy * PROCESSORS,
                0.3 * PROCESSORS,
                0.28 * PROCESSORS,
                seconds,
                seconds * 2.9,
                8_142_345 + used,
                90_412_345 + TICKS_BETWEEN - used,
                available);
    }

    /** What {@code uptime} prints, but for the time of day. */
    String uptime() {
        return String.format(
                Locale.ROOT,
                " up %d days,  1 user,  load average: %.2f, %.2f, %.2f\n",
                Duration.ofSeconds((long) uptimeSeconds()).toDays(),
                busy() * PROCESSORS,
                0.3 * PROCESSORS,
                0.28 * PROCESSORS);
    }

    private double uptimeSeconds() {
        return Duration.between(boot, clock.instant()).toMillis() / 1_000.0;
    }

    /** The part of its time that the machine works, 0.1 to 0.5. */
    private double busy() {
        double turn = 2 * Math.PI * uptimeSeconds() / PERIOD_SECONDS;
        return 0.3 + 0.15 * Math.sin(turn) + 0.05 * Math.sin(7 * turn);
    }
}
