package org.watchfloor.recovery.action;

import java.time.Instant;
import java.util.Optional;

/**
 * One step as it was carried out, or is being carried out. Immutable.
 *
 * @param index from 0, among the steps of the part
 * @param title one line for people, with placeholders as they are written
 * @param kind the key of the step's type
 * @param end empty while it is under way
 */
public record StepRun(
        ActionId action, Part part, int index, String title, String kind, Instant begun, Optional<Ended> end) {
    public record Ended(Instant at, StepEnd how) {}

    public StepRun ended(Instant at, StepEnd how) {
        return new StepRun(action, part, index, title, kind, begun, Optional.of(new Ended(at, how)));
    }
}
