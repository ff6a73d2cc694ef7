package org.watchfloor.engine.hygiene;

import java.time.Duration;
import org.watchfloor.model.Severity;

/** What one button does about a finding. */
public sealed interface Remedy {
    /** For the button: {@code Raise the limit to 340 ms}. */
    String text();

    /** The rule's {@code when} becomes this. */
    record Limit(String when, String text) implements Remedy {}

    /** The rule's {@code for} becomes this. */
    record Hold(Duration hold, String text) implements Remedy {}

    /** The rule's severity becomes this. */
    record Lower(Severity severity, String text) implements Remedy {}

    /** The rule is switched off. */
    record SwitchOff(String text) implements Remedy {}

    /** The rule is removed; the other one says the same. */
    record Merge(String with, String text) implements Remedy {}

    /** The silence ends now. */
    record EndSilence(String silence, String text) implements Remedy {}

    /** Which of them it is, in one word. */
    default String kind() {
        return switch (this) {
            case Limit _ -> "limit";
            case Hold _ -> "for";
            case Lower _ -> "severity";
            case SwitchOff _ -> "switch-off";
            case Merge _ -> "merge";
            case EndSilence _ -> "end-silence";
        };
    }
}
