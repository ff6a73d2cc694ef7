package org.watchfloor.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.DependencyId;

/**
 * A check with all defaults resolved.
 *
 * @param every interval between starts, 1 s to 24 h, default 60 s
 * @param timeout whole budget of one run, below {@code every}, default 10 s
 * @param retryEvery interval while failing; empty: {@code every}
 * @param unhealthyAfter failed results in a row until the failure is hard, 1 to 100, default 3
 * @param healthyAfter good results in a row until it counts as recovered, 1 to 100, default 2
 * @param dependency what it calls, if that is not its host; empty: what its kind says
 */
public record Check(
        CheckId id,
        CheckSpec spec,
        Duration every,
        Duration timeout,
        Optional<Duration> retryEvery,
        int unhealthyAfter,
        int healthyAfter,
        List<Threshold> thresholds,
        boolean enabled,
        Set<String> tags,
        Optional<DependencyId> dependency,
        Place place) {
    public Check {
        thresholds = List.copyOf(thresholds);
        tags = Set.copyOf(tags);
    }
}
