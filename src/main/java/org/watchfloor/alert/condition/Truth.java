package org.watchfloor.alert.condition;

/** What a condition comes to in Kleene's three-valued logic; declared from false to true. */
public enum Truth {
    FALSE,
    /** Not known: a value, a state or half of a window is missing. */
    MISSING,
    TRUE;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case MISSING -> MISSING;
            case FALSE -> TRUE;
        };
    }
}
