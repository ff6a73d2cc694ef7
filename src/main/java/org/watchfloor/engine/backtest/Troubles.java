package org.watchfloor.engine.backtest;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;

/** The incidents on record that concern checks of a rule. Immutable. */
final class Troubles {
    private final List<Incident> incidents;
    private final Map<HostId, long[]> spans = new HashMap<>();
    private final Instant end;

    /** @param end up to when an open incident counts */
    Troubles(Collection<Incident> all, Set<CheckId> checks, Instant end) {
        this.end = end;
        incidents = all.stream()
                .filter(incident -> incident.involved().stream().anyMatch(checks::contains))
                .sorted(Comparator.comparing(Incident::startedAt))
                .toList();
        for (Incident incident : all) {
            spans.merge(incident.host(), span(incident), Troubles::joined);
        }
    }

    /** Of checks that the rule looks at, oldest first. */
    List<Incident> incidents() {
        return incidents;
    }

    Instant endOf(Incident incident) {
        return incident.resolvedAt().orElse(end);
    }

    /** Whether the host has an incident then. */
    boolean isOpen(HostId host, long millis) {
        long[] ofHost = spans.get(host);
        for (int index = 0; ofHost != null && index < ofHost.length; index += 2) {
            if (ofHost[index] <= millis && millis < ofHost[index + 1]) {
                return true;
            }
        }
        return false;
    }

    private long[] span(Incident incident) {
        return new long[] {incident.startedAt().toEpochMilli(), endOf(incident).toEpochMilli()};
    }

    private static long[] joined(long[] some, long[] more) {
        long[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
