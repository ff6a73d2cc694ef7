package org.watchfloor.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.AlertId;

/**
 * What a silence has kept quiet so far. Immutable.
 *
 * @param alerts how many, each once
 * @param newest of them, at most 100, newest first
 * @param first when it held one for the first time
 * @param complete false if only the newest part of the time was looked at, because there is too much of it
 */
public record Muted(
        long alerts, List<AlertId> newest, Optional<Instant> first, Optional<Instant> last, boolean complete) {
    public Muted {
        newest = List.copyOf(newest);
    }
}
