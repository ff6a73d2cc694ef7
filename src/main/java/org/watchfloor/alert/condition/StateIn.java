package org.watchfloor.alert.condition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.model.State;

/** {@code state == DOWN} or {@code state in (DOWN, UNREACHABLE)}; the states in their declared order, each once. */
record StateIn(List<State> states) implements Condition<Sight> {
    static StateIn of(Collection<State> states) {
        return new StateIn(states.stream().distinct().sorted().toList());
    }

    @Override
    public Truth test(Sight sight, Instant now) {
        Optional<State> state = sight.state();
        return state.isEmpty() ? Truth.MISSING : Truth.of(states.contains(state.get()));
    }

    @Override
    public String explain(Sight sight, Instant now) {
        return switch (test(sight, now)) {
            case TRUE -> sight.name() + " is " + sight.state().orElseThrow();
            case FALSE -> sight.name() + " is " + sight.state().orElseThrow() + ", not " + either();
            case MISSING -> "the state of " + sight.name() + " is not known yet";
        };
    }

    @Override
    public String text() {
        return states.size() == 1 ? "state == " + states.getFirst() : "state in (" + joined(", ") + ")";
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }

    /** {@code DOWN or UNREACHABLE}. */
    String either() {
        return joined(" or ");
    }

    private String joined(String separator) {
        return states.stream().map(State::name).collect(Collectors.joining(separator));
    }
}
