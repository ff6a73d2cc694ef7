package org.watchfloor.ui.hosts;

import java.util.Optional;

/**
 * Share of the observed time in which a check worked, 0 to 1; of a host, the lowest of its checks. Empty: nothing was
 * observed, or the answer is still to come.
 */
public record RowUptime(Optional<Double> day, Optional<Double> month) {
    static final RowUptime NONE = new RowUptime(Optional.empty(), Optional.empty());

    RowUptime lowest(RowUptime other) {
        return new RowUptime(lowest(day, other.day), lowest(month, other.month));
    }

    private static Optional<Double> lowest(Optional<Double> one, Optional<Double> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(Math.min(one.get(), other.get()))
                : one.or(() -> other);
    }
}
