package org.watchfloor.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.calendar.TimeInterval;
import org.watchfloor.model.Labels;

/**
 * A node of the routing tree, as in Alertmanager: an alert goes to the first child that matches, to further ones while
 * they say {@code continue}, and to the node itself if no child matches. What a node does not say it has from its
 * parent. Immutable.
 *
 * @param path where it stands: {@code routing}, {@code routing/2}
 * @param receiver id of who is told
 * @param groupBy labels whose values put alerts into one group
 * @param groupWait how long a new group waits for company, default 30 s
 * @param groupInterval the least time between two notices of a group about news, default 5 min
 * @param repeat after which time what still fires is told again, default 4 h
 * @param goesOn further siblings are asked even if this one matches
 * @param active only then is anybody told; empty: always
 * @param muted then nobody is told
 */
public record Route(
        String path,
        Matchers matchers,
        String receiver,
        List<String> groupBy,
        Duration groupWait,
        Duration groupInterval,
        Duration repeat,
        boolean goesOn,
        List<TimeInterval> active,
        List<TimeInterval> muted,
        List<Route> children) {
    public Route {
        groupBy = List.copyOf(groupBy);
        active = List.copyOf(active);
        muted = List.copyOf(muted);
        children = List.copyOf(children);
    }

    /** The nodes that an alert with these labels goes to, at least one. */
    public List<Route> of(Labels labels) {
        List<Route> found = new ArrayList<>();
        for (Route child : children) {
            if (child.matchers.match(labels)) {
                found.addAll(child.of(labels));
                if (!child.goesOn) {
                    return found;
                }
            }
        }
        return found.isEmpty() ? List.of(this) : found;
    }

    /** The node with this path, if it exists here or below. */
    public Optional<Route> find(String wanted) {
        return path.equals(wanted)
                ? Optional.of(this)
                : children.stream()
                        .flatMap(child -> child.find(wanted).stream())
                        .findFirst();
    }

    /** Why nobody is told now, if so. */
    Optional<String> quiet(Instant now) {
        Optional<String> mutedBy = muted.stream()
                .filter(interval -> interval.covers(now))
                .map(interval -> path + " is muted during " + interval.id())
                .findFirst();
        boolean isActive = active.isEmpty() || active.stream().anyMatch(interval -> interval.covers(now));
        return mutedBy.or(() -> isActive ? Optional.empty() : Optional.of(path + " is not active now"));
    }
}
