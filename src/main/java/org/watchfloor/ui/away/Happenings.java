package org.watchfloor.ui.away;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Subject;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Counted;
import org.watchfloor.model.Gap;
import org.watchfloor.model.Severity;
import org.watchfloor.ui.fx.Target;

/**
 * Puts together what was going on, so that one trouble is one line: alerts about checks of an incident belong to it, and
 * the alert of a lost network to the gap that it left. Pure; made anew for each answer of the archive.
 */
final class Happenings {
    private static final Subject THIS_MACHINE = new Subject(Subject.Kind.OBSERVER, "");

    private final List<Alert> alerts;
    private final Map<Subject, List<Alert>> bySubject;
    private final Pages pages;
    private final Set<AlertId> placed = new HashSet<>();

    private Happenings(Archive.Past past) {
        alerts = past.alerts().stream()
                .filter(alert -> alert.firedAt().isPresent())
                .toList();
        bySubject = alerts.stream().collect(Collectors.groupingBy(Alert::subject));
        pages = new Pages(past.postings());
    }

    /** The latest first. */
    static List<Happening> of(Archive.Past past) {
        Happenings happenings = new Happenings(past);
        List<Happening> all = new ArrayList<>();
        past.incidents().forEach(incident -> all.add(happenings.incident(incident)));
        past.gaps().forEach(gap -> all.add(happenings.gap(gap)));
        happenings.alerts.stream()
                .filter(alert -> !happenings.placed.contains(alert.id()))
                .forEach(alert -> all.add(happenings.alert(alert)));
        all.sort(Comparator.comparing(Happening::latest).reversed().thenComparing(Happening::key));
        return all;
    }

    private List<Alert> members(Stream<Subject> subjects, Predicate<Alert> belongs) {
        List<Alert> members = subjects.flatMap(subject -> bySubject.getOrDefault(subject, List.of()).stream())
                .filter(alert -> !placed.contains(alert.id()) && belongs.test(alert))
                .toList();
        members.forEach(alert -> placed.add(alert.id()));
        return members;
    }

    private static boolean belongs(Alert alert, Incident incident) {
        Instant fired = alert.firedAt().orElseThrow();
        return !fired.isBefore(incident.startedAt())
                && incident.resolvedAt().filter(fired::isAfter).isEmpty();
    }

    private static boolean isOf(Gap gap, Alert alert) {
        return gap.cause() == Gap.Cause.NETWORK_LOST
                && alert.endedAt().isPresent()
                && !alert.since().isBefore(gap.from())
                && !alert.since().isAfter(gap.to());
    }

    private Happening incident(Incident incident) {
        List<Alert> members = members(incident.involved().stream().map(Subject::of), alert -> belongs(alert, incident));
        String key = "incident-" + incident.id();
        List<Moment> moments = moments(members);
        moments.add(new Moment(key, incident.openedAt()));
        incident.resolvedAt().ifPresent(end -> moments.add(new Moment(key + "-over", end)));
        String more = members.size() > 1 ? " (" + Counted.of(members.size(), "alert") + ")" : "";
        return new Happening(
                key,
                worst(members),
                incident.summary() + more,
                incident.startedAt(),
                incident.resolvedAt(),
                pages.told(members),
                reason(members),
                incident.acknowledged()
                        .map(ack -> new Happening.Taken(ack.by().name(), ack.at()))
                        .or(() -> taken(members)),
                moments,
                Optional.of(new Target.OfIncident(incident.id())));
    }

    private Happening alert(Alert alert) {
        List<Alert> alone = List.of(alert);
        return new Happening(
                "alert-" + alert.id(),
                worst(alone),
                alert.said().summary(),
                alert.since(),
                alert.endedAt(),
                pages.told(alone),
                reason(alone),
                taken(alone),
                moments(alone),
                Optional.of(new Target.OfAlert(alert.id())));
    }

    private Happening gap(Gap gap) {
        List<Alert> members = members(Stream.of(THIS_MACHINE), alert -> isOf(gap, alert));
        boolean backwards = gap.to().isBefore(gap.from());
        Instant from = backwards ? gap.to() : gap.from();
        Instant to = backwards ? gap.from() : gap.to();
        List<Moment> moments = moments(members);
        moments.add(new Moment("gap-" + from.toEpochMilli(), from));
        moments.add(new Moment("gap-" + from.toEpochMilli() + "-over", to));
        return new Happening(
                "gap-" + from.toEpochMilli(),
                Optional.empty(),
                words(gap.cause()),
                from,
                Optional.of(to),
                pages.told(members),
                "",
                Optional.empty(),
                moments,
                Optional.empty());
    }

    private List<Moment> moments(Collection<Alert> members) {
        List<Moment> moments = new ArrayList<>(pages.moments(members));
        for (Alert alert : members) {
            moments.add(new Moment("alert-" + alert.id(), alert.firedAt().orElseThrow()));
            alert.endedAt().ifPresent(end -> moments.add(new Moment("alert-" + alert.id() + "-over", end)));
        }
        return moments;
    }

    private static Optional<Severity> worst(List<Alert> members) {
        return members.stream().map(Alert::severity).min(Severity::compareTo);
    }

    private static String reason(List<Alert> members) {
        return members.stream()
                .flatMap(alert -> alert.held().stream())
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }

    private static Optional<Happening.Taken> taken(List<Alert> members) {
        return members.stream()
                .flatMap(alert -> alert.ack().stream())
                .map(ack -> new Happening.Taken(ack.by().name(), ack.at()))
                .findFirst();
    }

    private static String words(Gap.Cause cause) {
        return switch (cause) {
            case NOT_RUNNING -> "Nothing was watched: Watchfloor was not running";
            case SUSPENDED -> "Nothing was watched: this machine was suspended";
            case CLOCK_JUMPED_FORWARD -> "The clock of this machine jumped forward";
            case CLOCK_JUMPED_BACK -> "The clock of this machine jumped back";
            case NETWORK_LOST -> "This machine had no network: what lies beyond it was not judged";
        };
    }
}
