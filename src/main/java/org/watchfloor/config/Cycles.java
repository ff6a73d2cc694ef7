package org.watchfloor.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds circles in references, depth first without recursion: a chain may be as long as the site is large. */
final class Cycles {
    private final Map<String, List<String>> edges;
    private final List<List<String>> found = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final List<String> path = new ArrayList<>();
    private final Set<String> onPath = new HashSet<>();
    private final Deque<Iterator<String>> open = new ArrayDeque<>();

    private Cycles(Map<String, List<String>> edges) {
        this.edges = edges;
    }

    /** Circles such as {@code [a, b, a]}; each connected knot of them shows at least one. */
    static List<List<String>> in(Map<String, List<String>> edges) {
        Cycles cycles = new Cycles(edges);
        edges.keySet().forEach(cycles::walk);
        return cycles.found;
    }

    private void walk(String start) {
        enter(start);
        while (!open.isEmpty()) {
            Iterator<String> next = open.element();
            if (next.hasNext()) {
                enter(next.next());
            } else {
                leave();
            }
        }
    }

    private void enter(String id) {
        if (onPath.contains(id)) {
            List<String> cycle = new ArrayList<>(path.subList(path.indexOf(id), path.size()));
            cycle.add(id);
            found.add(cycle);
        } else if (done.add(id)) {
            path.add(id);
            onPath.add(id);
            open.push(edges.getOrDefault(id, List.of()).iterator());
        }
    }

    private void leave() {
        open.pop();
        onPath.remove(path.removeLast());
    }
}
