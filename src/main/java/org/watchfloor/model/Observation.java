package org.watchfloor.model;

import java.util.List;

/** All that one look at a target saw. Facts never contain secrets. */
public record Observation(Outcome outcome, Timings timings, List<Measurement> measurements, List<Fact> facts) {
    public Observation {
        measurements = List.copyOf(measurements);
        facts = List.copyOf(facts);
    }

    /** An outcome with nothing measured. */
    public static Observation of(Outcome outcome) {
        return new Observation(outcome, Timings.NONE, List.of(), List.of());
    }

    public Observation withOutcome(Outcome other) {
        return new Observation(other, timings, measurements, facts);
    }
}
