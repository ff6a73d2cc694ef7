package org.watchfloor.model;

/** What one look at a target says. A target that is down is an answer, not an error. */
public sealed interface Outcome {
    /** In plain words, for the operator: {@code HTTP 200 in 35 ms}. */
    String message();

    record Up(String message) implements Outcome {}

    /** Works, outside its thresholds, or says so itself (a plugin's WARNING). */
    record Degraded(Reason reason, String message) implements Outcome {}

    record Down(Reason reason, String message) implements Outcome {}

    /** The check itself could not give a valid answer. */
    record Unknown(Reason reason, String message) implements Outcome {}
}
