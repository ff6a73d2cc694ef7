package org.watchfloor.recovery.approval;

import java.util.Map;
import java.util.Optional;

/** Who may agree to what another person begins, with what is known of their PINs. Immutable. */
public record Approvers(Map<String, PinHash> pins) {
    public static final Approvers NONE = new Approvers(Map.of());

    public Approvers {
        pins = Map.copyOf(pins);
    }

    Optional<PinHash> pin(String person) {
        return Optional.ofNullable(pins.get(person));
    }
}
