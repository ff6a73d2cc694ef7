package org.watchfloor.ui.quiet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.alert.calendar.FixedWindow;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.Span;
import org.watchfloor.alert.calendar.Targets;
import org.watchfloor.ui.fx.Formats;

/**
 * Planned work in the list. Immutable.
 *
 * @param occurrence the one under way, else the next one; empty if there will be none
 */
record PlannedRow(Maintenance planned, Optional<Span> occurrence, boolean underWay) {
    static PlannedRow of(Maintenance planned, Instant now) {
        Optional<Span> present = planned.window().at(now);
        return new PlannedRow(planned, present.or(() -> planned.window().next(now)), present.isPresent());
    }

    /** A flexible one only begins when something fails. */
    String state() {
        if (occurrence.isEmpty()) {
            return "over";
        } else if (underWay) {
            return planned.flexible().isPresent() ? "may begin" : "under way";
        }
        return "planned";
    }

    String kind() {
        String kind = planned.window() instanceof FixedWindow ? "once" : "recurring";
        return kind
                + planned.flexible()
                        .map(lasts -> ", flexible: " + Formats.duration(lasts) + " from the first trouble")
                        .orElse("");
    }

    /** {@code hosts web-*, groups db}. */
    String targets() {
        Targets targets = planned.targets();
        return String.join(
                "; ",
                Stream.of(
                                named("matching", targets.matching()),
                                named("services", targets.services()),
                                named("hosts", targets.hosts()),
                                named("groups", targets.groups()),
                                named("tags", targets.tags()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<String> named(String kind, List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(kind + " " + String.join(", ", names));
    }
}
