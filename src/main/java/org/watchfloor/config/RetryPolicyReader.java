package org.watchfloor.config;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.watchfloor.model.Reason;

/** Reads the keys of one retry policy, wherever they stand. Used once. */
public final class RetryPolicyReader {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final ConfigNode node;

    public RetryPolicyReader(ConfigNode node) {
        this.node = node;
    }

    public RetryPolicy read() {
        RetryPolicy usual = RetryPolicy.DEFAULT;
        Duration interval = node.key("interval", "wait before the first try, 100 ms to 1 h; 1s by default")
                .duration(usual.interval(), SHORTEST, LONGEST);
        Duration cap =
                node.key("cap", "longest wait, 100 ms to 1 h; 30s by default").duration(usual.cap(), SHORTEST, LONGEST);
        if (cap.compareTo(interval) < 0) {
            node.problem("cap", "the longest wait is shorter than the first one", "make cap: at least interval:");
        }
        return new RetryPolicy(
                node.key("max", "tries after the first, 1 to 100; 3 by default").integer(usual.max(), 1, 100),
                interval,
                number("multiplier", "of the wait from try to try, 1 to 10; 2 by default", usual.multiplier(), 1, 10),
                cap,
                number("jitter", "share of the wait that is left to chance, 0 to 1; 0.2 by default", 0.2, 0, 1),
                reasons(),
                statuses());
    }

    private Set<Reason> reasons() {
        Map<String, Reason> known = new TreeMap<>();
        for (Reason reason : Reason.values()) {
            known.put(written(reason.name()), reason);
        }
        Set<Reason> found = EnumSet.noneOf(Reason.class);
        node.key("reasons", "for which it is tried again, such as refused; all by default")
                .texts()
                .forEach(text -> {
                    Reason reason = known.get(written(text));
                    if (reason == null) {
                        node.unknown("reasons", "reason", text, known.keySet());
                    } else {
                        found.add(reason);
                    }
                });
        return found;
    }

    private static String written(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Set<Integer> statuses() {
        Set<Integer> found = new TreeSet<>();
        node.key("statuses", "of HTTP for which it is tried again; 408, 429, 500, 502, 503 and 504 by default")
                .texts()
                .forEach(text -> {
                    if (text.matches("[1-5]\\d\\d")) {
                        found.add(Integer.valueOf(text));
                    } else {
                        node.problem("statuses", Problems.quoted(text) + " is no status", "write such as 429 or 503");
                    }
                });
        return found;
    }

    private double number(String key, String doc, double byDefault, double min, double max) {
        double found = node.key(key, doc).number().orElse(byDefault);
        if (!(found >= min && found <= max)) {
            node.problem(
                    key, "\"" + key + "\" is out of range", "write a number from " + (int) min + " to " + (int) max);
            return byDefault;
        }
        return found;
    }
}
