package org.watchfloor.recovery.step;

import org.watchfloor.model.CheckId;

/** A check that a runbook means. */
public sealed interface CheckRef {
    /** How the check is written that failed, or that the runbook was started for. */
    String THIS = "this";

    /** The check that failed. */
    record This() implements CheckRef {
        @Override
        public String toString() {
            return THIS;
        }
    }

    record Named(CheckId id) implements CheckRef {
        @Override
        public String toString() {
            return id.toString();
        }
    }
}
