package org.watchfloor.config;

import java.time.Duration;

/** Reads the {@code settings:} section. */
final class SettingsReader {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(366);
    private static final Duration TEN_YEARS = Duration.ofDays(3660);

    private SettingsReader() {}

    static Settings read(ConfigNode node) {
        Settings usual = Settings.DEFAULT;
        return new Settings(
                node.key("keep-samples", "how long raw samples stay, 1 to 366 days")
                        .duration(usual.keepSamples(), DAY, YEAR),
                node.key("keep-five-minutes", "how long 5-minute roll-ups stay, 1 to 3660 days")
                        .duration(usual.keepFiveMinutes(), DAY, TEN_YEARS),
                node.key("keep-hours", "how long 1-hour roll-ups stay, 1 to 3660 days")
                        .duration(usual.keepHours(), DAY, TEN_YEARS),
                node.key("concurrent-per-host", "checks of one host that may run at once")
                        .integer(usual.concurrentPerHost(), 1, 1_000),
                node.key("concurrent", "checks that may run at once").integer(usual.concurrent(), 1, 10_000));
    }
}
