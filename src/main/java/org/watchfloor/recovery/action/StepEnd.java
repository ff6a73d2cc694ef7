package org.watchfloor.recovery.action;

/**
 * How a step ended.
 *
 * @param message one sentence for people, without secrets: {@code exit code 0}
 * @param output what it printed, without secrets and of limited length; empty if it prints nothing
 */
public record StepEnd(Outcome outcome, String message, String output) {
    /** What the step came to. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        /** A person stopped it. */
        CANCELLED,
        /** The program ended while it was under way. */
        UNKNOWN
    }

    public static StepEnd succeeded(String message) {
        return new StepEnd(Outcome.SUCCEEDED, message, "");
    }

    public static StepEnd failed(String message) {
        return new StepEnd(Outcome.FAILED, message, "");
    }

    public boolean isSuccess() {
        return outcome == Outcome.SUCCEEDED;
    }
}
