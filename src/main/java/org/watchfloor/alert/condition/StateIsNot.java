package org.watchfloor.alert.condition;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.model.State;

/** {@code state != UP}. */
record StateIsNot(State unwanted) implements Condition<Sight> {
    @Override
    public Truth test(Sight sight, Instant now) {
        Optional<State> state = sight.state();
        return state.isEmpty() ? Truth.MISSING : Truth.of(state.get() != unwanted);
    }

    @Override
    public String explain(Sight sight, Instant now) {
        return switch (test(sight, now)) {
            case TRUE -> sight.name() + " is " + sight.state().orElseThrow() + ", not " + unwanted;
            case FALSE -> sight.name() + " is " + unwanted;
            case MISSING -> "the state of " + sight.name() + " is not known yet";
        };
    }

    @Override
    public String text() {
        return "state != " + unwanted;
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }
}
