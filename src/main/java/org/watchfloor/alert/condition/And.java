package org.watchfloor.alert.condition;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** True if all parts are; at least two, none of them an {@code And}. */
record And<S>(List<Condition<S>> parts) implements Condition<S> {
    And {
        parts = List.copyOf(parts);
    }

    @Override
    public Truth test(S subject, Instant now) {
        Truth result = Truth.TRUE;
        for (int index = 0; index < parts.size() && result != Truth.FALSE; index++) {
            result = result.and(parts.get(index).test(subject, now));
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
        return parts.stream().map(And::bracketed).collect(Collectors.joining(" and "));
    }

    @Override
    public Needs needs() {
        return parts.stream().map(Condition::needs).reduce(Needs.NOTHING, Needs::and);
    }

    private static String bracketed(Condition<?> part) {
        return part instanceof Or ? "(" + part.text() + ")" : part.text();
    }
}
