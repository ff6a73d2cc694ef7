package org.watchfloor.web;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Transition;

/** A change of the state that a check is shown in. */
record TransitionJson(
        long id,
        String check,
        String host,
        String name,
        Instant at,
        State from,
        State to,
        State hard,
        Optional<Reason> reason,
        String message) {
    static TransitionJson of(Transition transition) {
        return new TransitionJson(
                transition.id(),
                transition.check().toString(),
                transition.check().host().value(),
                transition.check().name(),
                transition.at(),
                transition.from(),
                transition.to(),
                transition.hard(),
                transition.reason(),
                transition.message());
    }
}
