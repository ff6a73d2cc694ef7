package org.watchfloor.ui.hosts;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.watchfloor.engine.Marks;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Recent;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.StateLook;
import org.watchfloor.ui.hosts.Line.Care;

/** What the rows of checks, hosts and groups show. Pure. */
final class Lines {
    private static final Comparator<Line> WORST =
            Comparator.comparing(Line::state).thenComparing(Line::care).thenComparing(Line::since);

    private Lines() {}

    static Line of(CheckHealth check, Marks marks) {
        return new Line(check.state(), check.since(), Care.of(marks), marks.all(), said(check), check.recent());
    }

    /**
     * A host as its worst check: of equally bad ones one that wants somebody; the first one of equals. That any flaps is told.
     *
     * @param marks of the same checks, in the same order
     */
    static Line of(List<CheckHealth> checks, List<Marks> marks, Instant now) {
        int worst = IntStream.range(0, checks.size())
                .boxed()
                .min(Comparator.<Integer, State>comparing(i -> checks.get(i).state())
                        .thenComparing(i -> Care.of(marks.get(i))))
                .orElse(-1);
        if (worst < 0) {
            return new Line(State.UNKNOWN, now, Care.NONE_NEEDED, List.of(), "has no checks", Recent.NONE);
        }
        CheckHealth health = checks.get(worst);
        Marks own =
                marks.stream().anyMatch(Marks::isFlapping) ? marks.get(worst).flapping() : marks.get(worst);
        return new Line(
                health.state(),
                health.since(),
                Care.of(own),
                own.all(),
                message(health, checks.size()),
                health.recent());
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
        return new Line(worst.state(), worst.since(), worst.care(), List.of(), message, Recent.NONE);
    }

    private static String message(CheckHealth check, int ofSo) {
        return check.state() == State.UP || ofSo == 1
                ? said(check)
                : check.check().name() + ": " + said(check);
    }

    /** What is not fresh is never told as if it were. */
    private static String said(CheckHealth check) {
        return check.state() == State.STALE ? "no fresh result, last: " + check.progress() : check.progress();
    }
}
