package org.watchfloor.config;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * When and how patiently a check runs: what one level of the configuration says over what it inherits. Levels are built
 * in, site, group, templates, host, check. Immutable.
 *
 * @param tags of all levels together
 */
record Timing(
        Setting every,
        Setting timeout,
        Optional<Setting> retryEvery,
        int unhealthyAfter,
        int healthyAfter,
        Set<String> tags,
        int level) {
    static final String DEFAULTS = "values for the checks below";
    static final Timing BUILT_IN = new Timing(
            new Setting(Duration.ofSeconds(60), 0, Optional.empty()),
            new Setting(Duration.ofSeconds(10), 0, Optional.empty()),
            Optional.empty(),
            3,
            2,
            Set.of(),
            0);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    Timing {
        tags = Set.copyOf(tags);
    }

    /**
     * A duration and who says so.
     *
     * @param level the higher, the nearer to the check
     * @param place empty if built in
     */
    record Setting(Duration value, int level, Optional<Place> place) {
        /** {@code 10s (site.yaml:3:10)}. */
        String shown() {
            return DurationText.format(value) + " ("
                    + place.map(Place::toString).orElse("built in") + ")";
        }
    }

    /** What the mapping says over the inherited. */
    static Timing read(ConfigNode node, Timing inherited) {
        int level = inherited.level + 1;
        return new Timing(
                setting(node, "every", "interval between starts, 1s to 24h; 60s by default", SECOND, level)
                        .orElse(inherited.every),
                setting(
                                node,
                                "timeout",
                                "whole budget of one run, below every; 10s by default",
                                Duration.ofMillis(10),
                                level)
                        .orElse(inherited.timeout),
                setting(node, "retry-every", "interval while failing, at most every; every by default", SECOND, level)
                        .or(() -> inherited.retryEvery),
                node.key("unhealthy-after", "failed results in a row until the failure is hard; 3 by default")
                        .integer(inherited.unhealthyAfter, 1, 100),
                node.key("healthy-after", "good results in a row until it counts as recovered; 2 by default")
                        .integer(inherited.healthyAfter, 1, 100),
                together(inherited.tags, Tags.read(node)),
                level);
    }

    /** What the {@code defaults:} of the mapping say over the inherited. */
    static Timing below(ConfigNode node, Timing inherited) {
        return node.section("defaults", DEFAULTS)
                .map(defaults -> read(defaults, inherited))
                .orElse(inherited);
    }

    private static Optional<Setting> setting(ConfigNode node, String key, String doc, Duration min, int level) {
        return node.key(key, doc)
                .duration(min, DAY)
                .map(found -> new Setting(found, level, Optional.of(node.placeOf(key))));
    }

    private static Set<String> together(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    Timing tagged(Set<String> more) {
        return new Timing(every, timeout, retryEvery, unhealthyAfter, healthyAfter, together(tags, more), level);
    }

    /** Notes where the values contradict each other, at the value that is nearest to the check. */
    void noteContradictions(String check, Problems problems) {
        if (timeout.value.compareTo(every.value) >= 0) {
            String what = "timeout " + timeout.shown() + of(check) + "not below its every " + every.shown();
            problems.note(nearest(timeout, every), what, "shorten timeout or lengthen every");
        }
        retryEvery.filter(retry -> retry.value.compareTo(every.value) > 0).ifPresent(retry -> {
            String what = "retry-every " + retry.shown() + of(check) + "longer than its every " + every.shown();
            problems.note(nearest(retry, every), what, "shorten retry-every or lengthen every");
        });
    }

    private static String of(String check) {
        return " of check " + Problems.quoted(check) + " is ";
    }

    private static Place nearest(Setting one, Setting other) {
        Setting nearer = other.level > one.level ? other : one;
        return nearer.place.or(one::place).or(other::place).orElseThrow();
    }
}
