package org.watchfloor.config;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * References to items of one kind. Dangling ones and circles are noted.
 *
 * @param kind for the message: {@code host}
 * @param known all ids of the kind
 */
record References(String kind, Set<String> known) {
    private static final int SHOWN = 10;

    boolean isKnown(YamlNode node, String key, String id) {
        return isKnown(node, key, id, id);
    }

    /** @param text what is written, of which the id is a part */
    boolean isKnown(YamlNode node, String key, String text, String id) {
        if (known.contains(id)) {
            return true;
        }
        String what = "the " + kind + " " + Problems.quoted(id) + " is not defined";
        node.problemAt(node.placeOf(key, text), what, Nearest.mend(id, known));
        return false;
    }

    /** The ids that exist. */
    List<String> known(YamlNode node, String key, List<String> ids) {
        return ids.stream().filter(id -> isKnown(node, key, id)).toList();
    }

    /** Notes each circle at the reference with which it begins. */
    static void noteCycles(String key, Map<String, List<String>> edges, Map<String, YamlNode> nodes) {
        for (List<String> cycle : Cycles.in(edges)) {
            YamlNode first = nodes.get(cycle.getFirst());
            if (first != null) {
                String what = Problems.quoted(key) + " goes in a circle: " + spelled(cycle);
                first.problemAt(first.placeOf(key, cycle.get(1)), what, "remove one of these references");
            }
        }
    }

    private static String spelled(List<String> cycle) {
        int left = cycle.size() - 2 * SHOWN;
        if (left <= 1) {
            return String.join(" -> ", cycle);
        }
        String begin = String.join(" -> ", cycle.subList(0, SHOWN));
        String end = String.join(" -> ", cycle.subList(cycle.size() - SHOWN, cycle.size()));
        return begin + " -> … " + left + " more … -> " + end;
    }
}
