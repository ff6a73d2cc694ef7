package org.watchfloor.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.engine.Sites.FakeSpec;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Timings;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.ProbeType;
import org.watchfloor.probe.Probes;

/** A probe type whose answers a test sets for each check; up until told otherwise. */
public final class FakeProbe implements ProbeType<FakeSpec> {
    private final Map<String, Observation> answers = new ConcurrentHashMap<>();

    public Probes probes() {
        return new Probes(List.of(this));
    }

    public void answers(String check, Outcome outcome) {
        answers.put(check, Observation.of(outcome));
    }

    public void sees(String check, Observation observation) {
        answers.put(check, observation);
    }

    public void measures(String check, String metric, double value) {
        Measurement measurement = new Measurement(metric, value, "");
        answers.put(check, new Observation(new Outcome.Up("fine"), Timings.NONE, List.of(measurement), List.of()));
    }

    public void goesDown(String check, Reason reason) {
        answers(check, new Outcome.Down(reason, reason.text()));
    }

    public void comesUp(String check) {
        answers(check, new Outcome.Up("fine"));
    }

    @Override
    public Probe open(FakeSpec spec) {
        return timeout -> look(spec);
    }

    @Override
    public String key() {
        return "fake";
    }

    @Override
    public Class<FakeSpec> specType() {
        return FakeSpec.class;
    }

    @Override
    public FakeSpec read(ConfigNode node) {
        return new FakeSpec(node.key("name", "name").requiredText());
    }

    private Observation look(FakeSpec spec) {
        return answers.getOrDefault(spec.name(), Observation.of(new Outcome.Up("fine")));
    }

    /** How long a look of the simulation takes. */
    static final Duration LATENCY = Duration.ofMillis(5);
}
