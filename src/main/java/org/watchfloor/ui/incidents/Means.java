package org.watchfloor.ui.incidents;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.watchfloor.incident.Incident;

/** Mean times to detect, acknowledge and repair; empty where no incident got that far. */
public record Means(Optional<Duration> detect, Optional<Duration> acknowledge, Optional<Duration> repair) {
    static final Means NONE = new Means(Optional.empty(), Optional.empty(), Optional.empty());

    static Means of(Collection<Incident> incidents) {
        return new Means(
                mean(incidents, incident -> Optional.of(incident.timeToDetect())),
                mean(incidents, Incident::timeToAcknowledge),
                mean(incidents, Incident::timeToRepair));
    }

    private static Optional<Duration> mean(
            Collection<Incident> incidents, Function<Incident, Optional<Duration>> time) {
        List<Duration> known =
                incidents.stream().flatMap(it -> time.apply(it).stream()).toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        known.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(known.size()));
    }
}
