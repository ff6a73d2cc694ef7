package org.watchfloor.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.watchfloor.model.Labels;

/**
 * Alerts that are told together: those of one route with equal grouping labels. Immutable.
 *
 * @param episode names this life of the group in all notices about it
 * @param due when it is looked at next
 * @param told when anything was sent last; empty before the first page
 * @param chainSince when the first page of the present chain went out
 * @param steps how many steps of the receiver's chain have been taken
 */
public record NoticeGroup(
        Key key, String episode, Instant due, Optional<Instant> told, Optional<Instant> chainSince, int steps) {
    /** What makes alerts one group. */
    public record Key(String route, Labels labels) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byRoute = route.compareTo(other.route);
            return byRoute != 0 ? byRoute : labels.toString().compareTo(other.labels.toString());
        }
    }

    /** @param number not used for a group before */
    public static NoticeGroup begun(Key key, long number, Instant due) {
        return new NoticeGroup(
                key,
                key.labels().with(java.util.Map.of("route", key.route())).fingerprint() + "-" + number,
                due,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** The clock was set back: what it stamped before is as old as it was, what is to come as near. */
    public NoticeGroup setBack(Duration back) {
        return new NoticeGroup(
                key,
                episode,
                due.minus(back),
                told.map(at -> at.minus(back)),
                chainSince.map(at -> at.minus(back)),
                steps);
    }

    /** The chain is at least as old as that: the steps that were due since then are taken at the next look. */
    public NoticeGroup chainedSince(Instant since) {
        Instant earlier = chainSince.filter(since::isAfter).orElse(since);
        return new NoticeGroup(key, episode, due, told, Optional.of(earlier), steps);
    }

    public NoticeGroup due(Instant at) {
        return new NoticeGroup(key, episode, at, told, chainSince, steps);
    }
}
