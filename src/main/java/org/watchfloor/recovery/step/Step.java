package org.watchfloor.recovery.step;

import java.time.Duration;
import java.util.Optional;
import org.watchfloor.config.Place;

/**
 * One step of a runbook.
 *
 * @param name empty: its summary stands for it
 * @param kind the key of its type
 * @param timeout after which it is ended and has failed, 1 s to 24 h; empty: whatever is left of the runbook's own
 */
public record Step(
        Optional<String> name, String kind, StepSpec spec, Optional<Duration> timeout, OnError onError, Place place) {
    /** What happens to the runbook when the step fails. */
    public enum OnError {
        STOP,
        CONTINUE
    }

    public String title() {
        return name.orElseGet(spec::summary);
    }
}
