package org.watchfloor.alert.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.watchfloor.config.Place;

/**
 * Planned work as the operator wrote it: when, and on what. Immutable.
 *
 * @param id names it in the configuration
 * @param title shown name; the id by default
 * @param reason why, for the operators; may be empty
 * @param window when it may take place
 * @param flexible if present it begins when first triggered within the window and lasts this long
 * @param zone whose local time it is written and shown in
 */
public record Maintenance(
        String id,
        String title,
        String reason,
        Window window,
        Optional<Duration> flexible,
        ZoneId zone,
        Targets targets,
        Place place) {
    /**
     * What is under way at the instant.
     *
     * @param triggeredAt when a flexible one was triggered last; a fixed one does not look at it
     */
    public Optional<Span> at(Instant instant, Optional<Instant> triggeredAt) {
        return flexible.map(lasts -> new FlexibleWindow(window, lasts).at(instant, triggeredAt))
                .orElseGet(() -> window.at(instant));
    }
}
