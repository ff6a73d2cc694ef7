package org.watchfloor.recovery.action;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often something has helped. Only runs that came to an end of their own count: what was refused, was stopped by a
 * person, or was cut short by the end of the program says nothing about it. Immutable.
 *
 * @param worked how many of them have helped, 0 to {@code tried}
 * @param tried how many there were
 * @param median how long those took that helped, from being asked for to their proof; empty if none has helped
 */
public record TrackRecord(int worked, int tried, Optional<Duration> median) {
    public static final TrackRecord NONE = new TrackRecord(0, 0, Optional.empty());

    /** What promises most comes first: one that was never tried stands between those that helped and those that did not. */
    public static final Comparator<TrackRecord> BEST_FIRST =
            Comparator.comparingDouble(TrackRecord::promise).reversed();

    public static TrackRecord of(Collection<Action> runs) {
        List<Action> counted = runs.stream().filter(TrackRecord::counts).toList();
        List<Duration> lengths = counted.stream()
                .filter(run -> run.status() == Status.SUCCEEDED)
                .map(run -> Duration.between(run.asked(), run.ended().orElse(run.asked())))
                .sorted()
                .toList();
        return new TrackRecord(lengths.size(), counted.size(), median(lengths));
    }

    public boolean isUntried() {
        return tried == 0;
    }

    private static boolean counts(Action run) {
        return switch (run.status()) {
            case SUCCEEDED, FAILED, ROLLED_BACK -> true;
            case INITIATED, IN_PROGRESS, REFUSED, CANCELLED, UNKNOWN_OUTCOME -> false;
        };
    }

    private static Optional<Duration> median(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        Duration upper = sorted.get(sorted.size() / 2);
        Duration lower = sorted.get((sorted.size() - 1) / 2);
        return Optional.of(lower.plus(upper).dividedBy(2));
    }

    /** Laplace's rule of succession: a few runs do not weigh as much as many. */
    private double promise() {
        return (worked + 1.0) / (tried + 2.0);
    }
}
