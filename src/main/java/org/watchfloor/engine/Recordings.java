package org.watchfloor.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;

/**
 * The past as it was recorded, so that it can be gone through again: look by look, and in figures where looks are gone.
 * The rules of {@link History} hold.
 */
public interface Recordings {
    /** When the first look began of which the raw result is still kept, to the hour; empty if there is none. */
    CompletableFuture<Optional<Instant>> oldest();

    /**
     * All looks that began in one hour.
     *
     * @param hour counted from 1970, in UTC
     * @param metrics those that are wanted beside the latency
     * @return the latency of a check before its other metrics
     */
    CompletableFuture<List<Track>> hour(long hour, Collection<CheckId> checks, Predicate<String> metrics);

    /** When the first five minutes began of which the figures are still kept, to the hour; empty if there are none. */
    CompletableFuture<Optional<Instant>> oldestFigures();

    /**
     * The figures of all looks that began in the span and in an hour that is over; hours of which looks are kept have
     * them too.
     *
     * @param from begin of an hour, in UTC
     * @param to begin of an hour, excluded; a span within one day is read best
     * @param metrics those that are wanted beside the latency
     */
    CompletableFuture<List<Figures>> figures(
            Instant from, Instant to, Collection<CheckId> checks, Predicate<String> metrics);

    /** The changes of what was shown of each check in the span, oldest first, and the last one before it. */
    CompletableFuture<Map<CheckId, List<Change>>> changes(Collection<CheckId> checks, Instant from, Instant to);

    /** One metric of one check, look by look, in the order of the looks. Does not change. */
    interface Track {
        CheckId check();

        String metric();

        int size();

        /** When the look began, in milliseconds since 1970. */
        long millis(int index);

        double value(int index);

        /** How the look ended: UP, DEGRADED, DOWN or UNKNOWN; of meaning for the latency only. */
        State seen(int index);

        /** The hard state after it: UP, DEGRADED, DOWN or UNKNOWN; of meaning for the latency only. */
        State hard(int index);
    }

    /**
     * @param hard the hard state after it
     * @param reason empty if the new state is up, or no look brought it about but a person or a new configuration
     */
    record Change(Instant at, State to, State hard, Optional<Reason> reason) {}
}
