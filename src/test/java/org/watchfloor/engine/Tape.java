package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that entered the decisions of one run, in order, and what each brought about. */
final class Tape {
    private final List<Step> steps = new ArrayList<>();

    /** @param event empty: the process began anew, from what its journal held */
    record Step(Instant at, Optional<Event> event, List<Effect> effects) {
        Step {
            effects = List.copyOf(effects);
        }
    }

    void told(Instant at, Event event, List<Effect> effects) {
        steps.add(new Step(at, Optional.of(event), effects));
    }

    void restarted(Instant at) {
        steps.add(new Step(at, Optional.empty(), List.of()));
    }

    List<Step> steps() {
        return steps;
    }
}
