package org.watchfloor.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.Labels;

/** The inhibitions as the alerts that fire now bring them about; asks each of them once. Immutable. */
public final class Inhibitor {
    private final List<Inhibition> inhibitions;
    private final List<Map<List<String>, Alert>> sources = new ArrayList<>();

    public Inhibitor(List<Inhibition> inhibitions, Collection<Alert> firing) {
        this.inhibitions = inhibitions;
        for (Inhibition inhibition : inhibitions) {
            Map<List<String>, Alert> found = new HashMap<>();
            firing.stream()
                    .filter(alert -> inhibition.source().match(alert.matched()))
                    .forEach(alert -> found.putIfAbsent(equal(inhibition, alert.labels()), alert));
            sources.add(found);
        }
    }

    /** What inhibits the alert: {@code down of web-1/front}. */
    Optional<String> of(Alert alert) {
        Labels labels = alert.matched();
        for (int index = 0; index < inhibitions.size(); index++) {
            Inhibition inhibition = inhibitions.get(index);
            Alert source = sources.get(index).get(equal(inhibition, alert.labels()));
            if (source != null && !source.id().equals(alert.id()) && inhibition.holds(source.matched(), labels)) {
                return Optional.of(source.rule() + " of " + source.subject() + " (" + inhibition.id() + ")");
            }
        }
        return Optional.empty();
    }

    private static List<String> equal(Inhibition inhibition, Labels labels) {
        return inhibition.equal().stream().map(labels::get).toList();
    }
}
