package org.watchfloor.probe.ladder;

import java.time.Duration;
import java.util.Optional;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Phase;
import org.watchfloor.probe.net.Words;

/** Finds in an observation what a rung shows of it. Pure functions. */
public final class Seen {
    private static final int LONGEST = 200;

    private Seen() {}

    /** The value of a fact in one short line; empty if there is none. */
    public static String fact(Observation seen, String name) {
        return seen.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .map(value -> Words.excerpt(value, LONGEST))
                .findFirst()
                .orElse("");
    }

    public static boolean has(Observation seen, Phase phase) {
        return seen.timings().phases().containsKey(phase);
    }

    public static Optional<Duration> took(Observation seen, Phase phase) {
        return Optional.ofNullable(seen.timings().phases().get(phase));
    }

    /** {@code 1234 B}; empty if it was not measured. */
    public static String size(Observation seen) {
        return seen.measurements().stream()
                .filter(measured -> measured.name().equals("size_bytes"))
                .map(Measurement::value)
                .map(bytes -> Words.bytes(bytes.longValue()))
                .findFirst()
                .orElse("");
    }

    /** {@code certificate CN=web-1 valid until 2027-01-05}; empty if no certificate was seen. */
    public static String certificate(Observation seen) {
        String subject = fact(seen, "certificate subject");
        return subject.isEmpty()
                ? ""
                : "certificate " + subject + " valid until " + fact(seen, "certificate not after");
    }
}
