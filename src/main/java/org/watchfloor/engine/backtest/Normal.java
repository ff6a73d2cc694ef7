package org.watchfloor.engine.backtest;

import java.time.Instant;
import java.util.List;
import org.watchfloor.model.HostId;

/**
 * Gathers what a figure is while nothing is wrong. Confined to the thread of the back-test.
 *
 * <p>What was made from figures of five minutes counts like what was looked at: lowest, highest, mean and percentiles of
 * each five minutes hold, and a month tells more than a week. Only a window of less than five minutes comes out a little
 * wider than it was, because high values lie side by side: that errs towards the laxer limit.
 */
final class Normal {
    private final Troubles troubles;
    private final NormalValues values = new NormalValues();

    Normal(Troubles troubles) {
        this.troubles = troubles;
    }

    /** Whether the figure of something on the host is worth working out now. */
    boolean wantsNext(HostId host, Instant now) {
        return values.wantsNext() && !troubles.isOpen(host, now.toEpochMilli());
    }

    /** The same of checks together, perhaps on several hosts. */
    boolean wantsNext(List<PastCheck> checks, Instant now) {
        return values.wantsNext()
                && checks.stream().noneMatch(check -> troubles.isOpen(check.id().host(), now.toEpochMilli()));
    }

    void add(double value) {
        values.add(value);
    }

    NormalRange range() {
        return new NormalRange(values.sorted());
    }
}
