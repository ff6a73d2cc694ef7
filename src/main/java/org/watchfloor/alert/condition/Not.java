package org.watchfloor.alert.condition;

import java.time.Instant;

/** True if the part is false. */
record Not<S>(Condition<S> part) implements Condition<S> {
    @Override
    public Truth test(S subject, Instant now) {
        return part.test(subject, now).not();
    }

    /** What makes the part false is what makes this true. */
    @Override
    public String explain(S subject, Instant now) {
        return part.explain(subject, now);
    }

    @Override
    public String text() {
        return part instanceof And || part instanceof Or ? "not (" + part.text() + ")" : "not " + part.text();
    }

    @Override
    public Needs needs() {
        return part.needs();
    }
}
