package org.watchfloor.recovery.action;

/** The two lists of steps that a runbook has. */
public enum Part {
    STEPS,
    ROLLBACK
}
