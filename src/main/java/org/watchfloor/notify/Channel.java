package org.watchfloor.notify;

import java.time.Duration;
import java.util.Optional;
import org.watchfloor.config.Place;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.model.ChannelId;

/**
 * One channel as it is configured.
 *
 * @param spec what its kind needs to know; {@link Notifiers#open} makes a notifier of it
 * @param retry what is written of when a notice is tried again; empty: as usual, see {@link Backoff}
 * @param timeout the whole budget of one try, 1 second to 5 minutes; default 10 seconds
 */
public record Channel(
        ChannelId id, ChannelSpec spec, Rate rate, Optional<RetryPolicy> retry, Duration timeout, Place place) {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
}
