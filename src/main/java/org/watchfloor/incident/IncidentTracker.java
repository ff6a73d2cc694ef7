package org.watchfloor.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.incident.TimelineEntry.Kind;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.State;

/**
 * Folds what happens to the checks of one host into its incident: opened by the first hard DOWN, resolved when every
 * check that was down works again or is no longer watched. Confined to one decision; {@link #change} is its result.
 */
public final class IncidentTracker {
    private final HostId host;
    private final List<Line> lines = new ArrayList<>();
    private Optional<Incident> incident;
    private boolean changed;

    public IncidentTracker(HostId host, Optional<Incident> open) {
        this.host = host;
        this.incident = open;
    }

    /** A line of the timeline that has no number yet. */
    public record Line(Instant at, Kind kind, Optional<CheckId> check, String text, Optional<Actor> actor) {
        public TimelineEntry numbered(long id, IncidentId incident) {
            return new TimelineEntry(id, incident, at, kind, check, text, actor);
        }
    }

    /** What came of it: the incident to save, if it changed, and what to add to its timeline. */
    public record Change(Optional<Incident> incident, List<Line> lines) {
        public Change {
            lines = List.copyOf(lines);
        }
    }

    /** @param newId the number to use if this opens an incident */
    public void hardDown(CheckId check, Instant firstFailure, String message, Instant now, IncidentId newId) {
        if (incident.isEmpty()) {
            String summary = check + " is down: " + message;
            incident = Optional.of(new Incident(
                    newId, host, firstFailure, now, Optional.empty(), Optional.empty(), Set.of(check), summary));
            add(firstFailure, Kind.FIRST_FAILURE, check, check + " failed first");
        } else {
            incident = incident.map(open -> involving(open, check));
        }
        changed = true;
        add(now, Kind.HARD_STATE, check, check + " is down: " + message);
    }

    public void stateChanged(CheckId check, State to, String message, Instant now) {
        if (incident.filter(open -> open.involved().contains(check)).isPresent()) {
            add(now, Kind.STATE_CHANGE, check, check + " is " + to.name().toLowerCase(Locale.ROOT) + ": " + message);
        }
    }

    /** What was found out about why a check of this incident fails. */
    public void diagnosed(CheckId check, String text, Instant now) {
        if (incident.filter(open -> open.involved().contains(check)).isPresent()) {
            add(now, Kind.DIAGNOSED, check, text);
        }
    }

    /** @param note may be empty */
    public void acknowledge(Actor by, String note, Instant now) {
        incident.filter(open -> open.acknowledged().isEmpty()).ifPresent(open -> {
            incident = Optional.of(with(open, Optional.of(new Incident.Acknowledgement(by, now)), open.resolvedAt()));
            changed = true;
            String text = note.isBlank() ? "acknowledged" : "acknowledged: " + note;
            lines.add(new Line(now, Kind.ACKNOWLEDGED, Optional.empty(), text, Optional.of(by)));
        });
    }

    public void note(Actor by, String text, Instant now) {
        lines.add(new Line(now, Kind.NOTE, Optional.empty(), text, Optional.of(by)));
    }

    /** Something was done about the check, or came of it. */
    public void acted(CheckId check, String text, Instant now) {
        add(now, Kind.ACTION, check, text);
    }

    public void gap(String text, Instant now) {
        lines.add(new Line(now, Kind.OBSERVER_GAP, Optional.empty(), text, Optional.empty()));
    }

    /** How much cannot be seen because of this trouble. */
    public void behind(String text, Instant now) {
        lines.add(new Line(now, Kind.CONSEQUENCE, Optional.empty(), text, Optional.empty()));
    }

    /** Resolves the incident if none of its checks is still in trouble. */
    public void settle(Set<CheckId> inTrouble, String why, Instant now) {
        boolean over = incident.filter(open -> open.involved().stream().noneMatch(inTrouble::contains))
                .isPresent();
        if (over) {
            incident = incident.map(open -> with(open, open.acknowledged(), Optional.of(now)));
            changed = true;
            lines.add(new Line(now, Kind.RESOLVED, Optional.empty(), why, Optional.empty()));
        }
    }

    /** The incident as it is now, if there is one. */
    public Optional<Incident> incident() {
        return incident;
    }

    public Change change() {
        return new Change(incident.filter(open -> changed), incident.isPresent() ? lines : List.of());
    }

    private void add(Instant at, Kind kind, CheckId check, String text) {
        lines.add(new Line(at, kind, Optional.of(check), text, Optional.empty()));
    }

    private static Incident involving(Incident open, CheckId check) {
        Set<CheckId> involved = new HashSet<>(open.involved());
        involved.add(check);
        return new Incident(
                open.id(),
                open.host(),
                open.startedAt(),
                open.openedAt(),
                open.acknowledged(),
                open.resolvedAt(),
                involved,
                open.summary());
    }

    private static Incident with(
            Incident open, Optional<Incident.Acknowledgement> acknowledged, Optional<Instant> resolvedAt) {
        return new Incident(
                open.id(),
                open.host(),
                open.startedAt(),
                open.openedAt(),
                acknowledged,
                resolvedAt,
                open.involved(),
                open.summary());
    }
}
