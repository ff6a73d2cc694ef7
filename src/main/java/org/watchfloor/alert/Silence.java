package org.watchfloor.alert;

import java.time.Instant;
import org.watchfloor.config.Place;
import org.watchfloor.model.Labels;

/**
 * Holds the pages of matching alerts for a time; the alerts themselves go on and resolve.
 *
 * @param until exclusive
 */
public record Silence(
        String id, Matchers matchers, Instant from, Instant until, String author, String reason, Place place) {
    public boolean holds(Labels labels, Instant now) {
        return isActive(now) && matchers.match(labels);
    }

    public boolean isActive(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
