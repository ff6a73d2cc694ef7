package org.watchfloor.alert.condition;

import java.util.Optional;

/** What came of reading a condition: the condition, or the first problem. */
public sealed interface Parsed<S> {
    /** The text is a condition. */
    record Sound<S>(Condition<S> value) implements Parsed<S> {}

    /** The text is none. */
    record Faulty<S>(Problem value) implements Parsed<S> {}

    default Optional<Condition<S>> condition() {
        return this instanceof Sound<S> sound ? Optional.of(sound.value) : Optional.empty();
    }

    default Optional<Problem> problem() {
        return this instanceof Faulty<S> faulty ? Optional.of(faulty.value) : Optional.empty();
    }
}
