package org.watchfloor.gate;

import java.time.Instant;
import java.util.Optional;

/**
 * What went through a gate since it was made; transitions do not reset it.
 *
 * @param total calls that ended, and those that were rejected
 * @param failed those that timed out not included
 * @param fallback rejected or failed calls that were answered by something else
 */
public record CallCounts(
        long total,
        long successful,
        long failed,
        long timedOut,
        long rejected,
        long fallback,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        Optional<Instant> lastRejected) {
    public static final CallCounts NONE =
            new CallCounts(0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty());

    /** The share of calls made that did not succeed, in percent; zero if none was made. */
    public double errorPercent() {
        long made = successful + failed + timedOut;
        return made == 0 ? 0 : 100.0 * (failed + timedOut) / made;
    }

    CallCounts with(CallResult result, Instant now) {
        return switch (result) {
            case SUCCEEDED ->
                new CallCounts(
                        total + 1,
                        successful + 1,
                        failed,
                        timedOut,
                        rejected,
                        fallback,
                        Optional.of(now),
                        lastFailure,
                        lastRejected);
            case FAILED -> failed(failed + 1, timedOut, now);
            case TIMED_OUT -> failed(failed, timedOut + 1, now);
        };
    }

    CallCounts rejected(Instant now) {
        return new CallCounts(
                total + 1,
                successful,
                failed,
                timedOut,
                rejected + 1,
                fallback,
                lastSuccess,
                lastFailure,
                Optional.of(now));
    }

    CallCounts fellBack() {
        return new CallCounts(
                total, successful, failed, timedOut, rejected, fallback + 1, lastSuccess, lastFailure, lastRejected);
    }

    private CallCounts failed(long nowFailed, long nowTimedOut, Instant now) {
        return new CallCounts(
                total + 1,
                successful,
                nowFailed,
                nowTimedOut,
                rejected,
                fallback,
                lastSuccess,
                Optional.of(now),
                lastRejected);
    }
}
