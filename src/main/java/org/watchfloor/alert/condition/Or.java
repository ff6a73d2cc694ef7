package org.watchfloor.alert.condition;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** True if any part is; at least two, none of them an {@code Or}. */
record Or<S>(List<Condition<S>> parts) implements Condition<S> {
    Or {
        parts = List.copyOf(parts);
    }

    @Override
    public Truth test(S subject, Instant now) {
        Truth result = Truth.FALSE;
        for (int index = 0; index < parts.size() && result != Truth.TRUE; index++) {
            result = result.or(parts.get(index).test(subject, now));
        }
        return result;
    }

    @Override
    public String explain(S subject, Instant now) {
        Truth truth = test(subject, now);
        return parts.stream()
                .filter(part -> part.test(subject, now) == truth)
                .map(part -> part.explain(subject, now))
                .collect(Collectors.joining(" and "));
    }

    @Override
    public String text() {
        return parts.stream().map(Condition::text).collect(Collectors.joining(" or "));
    }

    @Override
    public Needs needs() {
        return parts.stream().map(Condition::needs).reduce(Needs.NOTHING, Needs::and);
    }
}
