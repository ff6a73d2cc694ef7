package org.watchfloor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Alert.Status;
import org.watchfloor.alert.Subject;
import org.watchfloor.model.AlertId;

/**
 * All alerts that are pending, fire, or ended and are still to be told to somebody; immutable. Those of checks lie by
 * slot, so that a storm copies little.
 *
 * <p>Decisions go through them in order, so the order is fixed: checks as in the layout, then the other subjects as they
 * compare; of each the oldest first.
 *
 * @param ofChecks in the order of the layout
 * @param ofOthers everything that has no slot
 */
public record AlertBook(Slots<List<Alert>> ofChecks, SortedMap<Subject, List<Alert>> ofOthers) {
    public AlertBook {
        ofOthers = Collections.unmodifiableSortedMap(ofOthers);
    }

    static AlertBook empty(int checks) {
        return new AlertBook(Slots.copyOf(Collections.nCopies(checks, List.of())), Collections.emptySortedMap());
    }

    public Stream<Alert> all() {
        return Stream.concat(ofChecks.stream(), ofOthers.values().stream()).flatMap(List::stream);
    }

    public Optional<Alert> find(AlertId id) {
        return all().filter(alert -> alert.id().equals(id)).findFirst();
    }

    List<Alert> of(Layout layout, Subject subject) {
        return slot(layout, subject).map(ofChecks::get).orElseGet(() -> ofOthers.getOrDefault(subject, List.of()));
    }

    /** The alert of a rule that is pending or fires. */
    Optional<Alert> active(Layout layout, Subject subject, String rule) {
        return of(layout, subject).stream()
                .filter(alert ->
                        alert.status() != Status.RESOLVED && alert.rule().equals(rule))
                .findFirst();
    }

    /** The same with this alert in the place of the one with its number. */
    AlertBook with(Layout layout, Alert alert) {
        return with(layout, alert.subject(), placed(of(layout, alert.subject()), alert));
    }

    /** The same with each of these in the place of the one with its number; none of them is about a check. */
    AlertBook withOthers(Collection<Alert> alerts) {
        SortedMap<Subject, List<Alert>> next = new TreeMap<>(ofOthers);
        for (Alert alert : alerts) {
            next.put(alert.subject(), placed(next.getOrDefault(alert.subject(), List.of()), alert));
        }
        return new AlertBook(ofChecks, next);
    }

    AlertBook without(Layout layout, Alert alert) {
        List<Alert> next = new ArrayList<>(of(layout, alert.subject()));
        next.removeIf(other -> other.id().equals(alert.id()));
        return with(layout, alert.subject(), next);
    }

    private AlertBook with(Layout layout, Subject subject, List<Alert> alerts) {
        Optional<Integer> slot = slot(layout, subject);
        if (slot.isPresent()) {
            return new AlertBook(ofChecks.with(slot.get(), List.copyOf(alerts)), ofOthers);
        }
        SortedMap<Subject, List<Alert>> next = new TreeMap<>(ofOthers);
        if (alerts.isEmpty()) {
            next.remove(subject);
        } else {
            next.put(subject, List.copyOf(alerts));
        }
        return new AlertBook(ofChecks, next);
    }

    /** The same alerts for another layout. */
    AlertBook movedTo(Layout layout) {
        List<List<Alert>> lists =
                new ArrayList<>(Collections.nCopies(layout.checks().size(), List.of()));
        SortedMap<Subject, List<Alert>> others = new TreeMap<>();
        all().forEach(alert -> slot(layout, alert.subject())
                .ifPresentOrElse(
                        slot -> lists.set(slot, plus(lists.get(slot), alert)),
                        () -> others.merge(alert.subject(), List.of(alert), AlertBook::together)));
        return new AlertBook(Slots.copyOf(lists), others);
    }

    private static List<Alert> placed(List<Alert> alerts, Alert alert) {
        List<Alert> next = new ArrayList<>(alerts);
        next.replaceAll(other -> other.id().equals(alert.id()) ? alert : other);
        if (alerts.stream().noneMatch(other -> other.id().equals(alert.id()))) {
            next.add(alert);
        }
        return List.copyOf(next);
    }

    private static List<Alert> plus(List<Alert> alerts, Alert alert) {
        return together(alerts, List.of(alert));
    }

    private static List<Alert> together(List<Alert> some, List<Alert> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Optional<Integer> slot(Layout layout, Subject subject) {
        return subject.check().flatMap(layout::slot);
    }
}
