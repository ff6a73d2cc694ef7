package org.watchfloor.ui.hosts;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Recent;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.StateLook;
import org.watchfloor.ui.hosts.Line.Care;

/** What the rows of checks, hosts and groups show. Pure. */
final class Lines {
    private static final Comparator<Line> WORST =
            Comparator.comparing(Line::state).thenComparing(Line::care).thenComparing(Line::since);

    private Lines() {}

    static Line of(CheckHealth check, Optional<Incident> incident) {
        Care care = check.hard() == State.DOWN ? care(incident) : Care.NONE_NEEDED;
        return new Line(check.state(), check.since(), care, check.progress(), check.recent());
    }

    /** A host as its worst check; the first one of equals. */
    static Line of(List<CheckHealth> checks, Optional<Incident> incident, Instant now) {
        return checks.stream()
                .min(Comparator.comparing(CheckHealth::state))
                .map(worst -> new Line(
                        worst.state(), worst.since(), care(incident), message(worst, checks.size()), worst.recent()))
                .orElseGet(() -> new Line(State.UNKNOWN, now, care(incident), "has no checks", Recent.NONE));
    }

    /** A group as its worst host. */
    static Line of(List<HostsRow> hosts) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        hosts.forEach(host -> counts.merge(host.line().state(), 1, Integer::sum));
        String message = counts.entrySet().stream()
                .map(count ->
                        count.getValue() + " " + StateLook.of(count.getKey()).word())
                .collect(Collectors.joining(", "));
        Line worst = hosts.stream().map(HostsRow::line).min(WORST).orElse(Line.NOTHING);
        return new Line(worst.state(), worst.since(), worst.care(), message, Recent.NONE);
    }

    private static Care care(Optional<Incident> incident) {
        return incident.map(it -> it.acknowledged().isPresent() ? Care.ACKNOWLEDGED : Care.UNACKNOWLEDGED)
                .orElse(Care.NONE_NEEDED);
    }

    private static String message(CheckHealth check, int ofSo) {
        return check.state() == State.UP || ofSo == 1
                ? check.progress()
                : check.check().name() + ": " + check.progress();
    }
}
