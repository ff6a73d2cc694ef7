package org.watchfloor.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.alert.calendar.TimeInterval;
import org.watchfloor.config.ConfigNode;

/** Reads the routing tree. Use once, by one thread. */
final class RoutingReader {
    static final Route NOWHERE = new Route(
            "routing",
            new Matchers(List.of()),
            Receiver.NOBODY.id(),
            List.of("group"),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofHours(4),
            false,
            List.of(),
            List.of(),
            List.of());

    private static final int DEEPEST = 10;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    private final Map<String, Receiver> receivers;
    private final Map<String, TimeInterval> intervals;

    RoutingReader(Map<String, Receiver> receivers, Map<String, TimeInterval> intervals) {
        this.receivers = receivers;
        this.intervals = intervals;
    }

    /** Without a receiver of its own the tree tells the only one that there is, or nobody. */
    Route read(Optional<ConfigNode> node) {
        String usual = receivers.size() == 1 ? receivers.keySet().iterator().next() : Receiver.NOBODY.id();
        Route base = new Route(
                NOWHERE.path(),
                NOWHERE.matchers(),
                usual,
                NOWHERE.groupBy(),
                NOWHERE.groupWait(),
                NOWHERE.groupInterval(),
                NOWHERE.repeat(),
                false,
                List.of(),
                List.of(),
                List.of());
        return node.map(found -> route(found, base, base.path(), 0)).orElse(base);
    }

    private Route route(ConfigNode node, Route parent, String path, int depth) {
        String receiver = node.key("receiver", "id of who is told; the parent's by default")
                .text(parent.receiver());
        if (!receivers.containsKey(receiver) && !receiver.equals(Receiver.NOBODY.id())) {
            node.unknown("receiver", "receiver", receiver, receivers.keySet());
        }
        Route own = new Route(
                path,
                Matchers.read(node, "match", Matchers.DOC + "; not for the topmost"),
                receiver,
                node.key("group-by", "labels whose equal values put alerts into one notice; group by default")
                        .texts(parent.groupBy()),
                node.key("group-wait", "how long a new group waits for company; 30s by default")
                        .duration(parent.groupWait(), Duration.ZERO, DAY),
                node.key("group-interval", "least time between notices about news of one group; 5m by default")
                        .duration(parent.groupInterval(), Duration.ofSeconds(1), DAY),
                node.key("repeat", "after which time what still fires is told again; 4h by default")
                        .duration(parent.repeat(), Duration.ofMinutes(1), MONTH),
                node.key("continue", "further routes are tried even if this one matches")
                        .flag(false),
                intervals(node, "active", "ids of intervals; only then is anybody told"),
                intervals(node, "muted", "ids of intervals in which nobody is told"),
                List.of());
        return node.isDescribing() && depth > 0 ? own : withChildren(own, node, depth);
    }

    private Route withChildren(Route own, ConfigNode node, int depth) {
        List<ConfigNode> nodes =
                node.sections("routes", "routes for some of the alerts; the first that matches counts");
        List<Route> children = new ArrayList<>();
        if (depth >= DEEPEST && !nodes.isEmpty()) {
            node.problem("routes", "routes are nested more than " + DEEPEST + " deep", "make the tree flatter");
            return own;
        }
        for (ConfigNode child : nodes) {
            children.add(route(child, own, own.path() + "/" + (children.size() + 1), depth + 1));
        }
        return new Route(
                own.path(),
                own.matchers(),
                own.receiver(),
                own.groupBy(),
                own.groupWait(),
                own.groupInterval(),
                own.repeat(),
                own.goesOn(),
                own.active(),
                own.muted(),
                children);
    }

    private List<TimeInterval> intervals(ConfigNode node, String key, String doc) {
        return node.key(key, doc).texts().stream()
                .flatMap(id -> {
                    TimeInterval found = intervals.get(id);
                    if (found == null) {
                        node.unknown(key, "interval", id, intervals.keySet());
                    }
                    return Optional.ofNullable(found).stream();
                })
                .toList();
    }
}
