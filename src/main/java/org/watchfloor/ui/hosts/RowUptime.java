package org.watchfloor.ui.hosts;

import java.util.Optional;

/**
 * Share of the observed time in which a check worked, 0 to 1; of a host, the lowest of its checks. Empty: nothing was
 * observed, or the answer is still to come.
 */
public record RowUptime(Optional<Share> day, Optional<Share> month) {
    static final RowUptime NONE = new RowUptime(Optional.empty(), Optional.empty());

    /** @param unseen share of the whole time in which nothing was observed */
    public record Share(double worked, double unseen) {}

    RowUptime lowest(RowUptime other) {
        return new RowUptime(lowest(day, other.day), lowest(month, other.month));
    }

    private static Optional<Share> lowest(Optional<Share> one, Optional<Share> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().worked() <= other.get().worked() ? one.get() : other.get())
                : one.or(() -> other);
    }
}
