package org.watchfloor.alert.calendar;

import java.util.Optional;

/**
 * Somebody is on call without a break.
 *
 * @param span from when until when; a stand-in cuts the turns that it meets
 * @param standIn present if it is no regular turn
 */
public record Shift(String who, Span span, Optional<StandIn> standIn) {
    public boolean isOverride() {
        return standIn.isPresent();
    }
}
