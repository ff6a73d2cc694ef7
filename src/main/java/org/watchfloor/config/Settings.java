package org.watchfloor.config;

import java.time.Duration;

/**
 * How the engine itself works.
 *
 * @param keepSamples how long raw samples stay, 1 to 366 days, default 7
 * @param keepFiveMinutes how long 5-minute roll-ups stay, default 90 days
 * @param keepHours how long 1-hour roll-ups stay, default 731 days
 * @param concurrentPerHost checks of one host that may run at once, 1 to 1,000, default 8
 * @param concurrent checks that may run at once, 1 to 10,000, default 1,000
 */
public record Settings(
        Duration keepSamples, Duration keepFiveMinutes, Duration keepHours, int concurrentPerHost, int concurrent) {
    public static final Settings DEFAULT =
            new Settings(Duration.ofDays(7), Duration.ofDays(90), Duration.ofDays(731), 8, 1_000);
}
