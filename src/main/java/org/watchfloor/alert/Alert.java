package org.watchfloor.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Severity;

/**
 * One episode of a rule and a subject, from the first true condition to the end. Immutable.
 *
 * @param labels its identity together with the rule; the severity is no part of it
 * @param since when the condition came true
 * @param firedAt empty while it is pending
 * @param endedAt empty until it is resolved
 * @param ack who owns it
 * @param shelvedUntil put aside by a person until then
 * @param held what keeps it from being paged now; empty if nothing does
 * @param told which channels know of it, and as how bad
 */
public record Alert(
        AlertId id,
        String rule,
        Subject subject,
        Labels labels,
        Severity severity,
        Instant since,
        Optional<Instant> firedAt,
        Optional<Instant> endedAt,
        Said said,
        Optional<Ack> ack,
        Optional<Instant> shelvedUntil,
        Optional<Held> held,
        SortedMap<ChannelId, Severity> told) {
    public Alert {
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
    }

    /** Where it stands in its life. */
    public enum Status {
        PENDING,
        FIRING,
        RESOLVED
    }

    /** What it says for people; all but the summary may be empty. */
    public record Said(String summary, String description, String explanation, String diagnosis, String runbook) {
        /** The same with another diagnosis; empty: none. */
        public Said diagnosed(String text) {
            return new Said(summary, description, explanation, text, runbook);
        }
    }

    /**
     * A person owns it.
     *
     * @param until when it counts no more although the alert goes on; empty: until the end
     */
    public record Ack(Actor by, Instant at, String note, Optional<Instant> until) {
        boolean holds(Instant now) {
            return until.isEmpty() || now.isBefore(until.get());
        }
    }

    /** @param by what exactly: the silence, the parent, the source of the inhibition */
    public record Held(Hold why, String by) {
        @Override
        public String toString() {
            return why.text() + " " + by;
        }
    }

    public Status status() {
        if (endedAt.isPresent()) {
            return Status.RESOLVED;
        }
        return firedAt.isPresent() ? Status.FIRING : Status.PENDING;
    }

    public boolean isFiring() {
        return status() == Status.FIRING;
    }

    public boolean isAcknowledged(Instant now) {
        return ack.filter(owner -> owner.holds(now)).isPresent();
    }

    /** The labels that matchers see: with the severity in lower case. */
    public Labels matched() {
        return matched(labels, severity);
    }

    static Labels matched(Labels labels, Severity severity) {
        return labels.with(Map.of("severity", severity.name().toLowerCase(java.util.Locale.ROOT)));
    }

    /** False for what other programs report, and for channels and this machine: no rule of the configuration raises it. */
    public boolean isOfRule() {
        return switch (subject.kind()) {
            case OUTSIDE, CHANNEL, OBSERVER -> false;
            case CHECK, HOST, GROUP, SERVICE, SITE -> true;
        };
    }

    /** The same with an earlier begin. */
    public Alert begunAt(Instant begin) {
        return new Alert(
                id, rule, subject, labels, severity, begin, firedAt, endedAt, said, ack, shelvedUntil, held, told);
    }

    public Alert fired(Instant at) {
        return new Alert(
                id,
                rule,
                subject,
                labels,
                severity,
                since,
                Optional.of(at),
                endedAt,
                said,
                ack,
                shelvedUntil,
                held,
                told);
    }

    public Alert ended(Instant at) {
        return new Alert(
                id,
                rule,
                subject,
                labels,
                severity,
                since,
                firedAt,
                Optional.of(at),
                said,
                ack,
                shelvedUntil,
                Optional.empty(),
                told);
    }

    public Alert as(Severity next, Said words) {
        return new Alert(
                id, rule, subject, labels, next, since, firedAt, endedAt, words, ack, shelvedUntil, held, told);
    }

    public Alert acknowledged(Optional<Ack> owner) {
        return new Alert(
                id, rule, subject, labels, severity, since, firedAt, endedAt, said, owner, shelvedUntil, held, told);
    }

    public Alert shelved(Optional<Instant> until) {
        return new Alert(id, rule, subject, labels, severity, since, firedAt, endedAt, said, ack, until, held, told);
    }

    public Alert held(Optional<Held> by) {
        return new Alert(
                id, rule, subject, labels, severity, since, firedAt, endedAt, said, ack, shelvedUntil, by, told);
    }

    /** The same, known to those who know of the episode before. */
    public Alert heirOf(Alert before) {
        return new Alert(
                id,
                rule,
                subject,
                labels,
                severity,
                since,
                firedAt,
                endedAt,
                said,
                ack,
                shelvedUntil,
                held,
                before.told);
    }

    /** The same, known to the channel as it is now; a resolved one is taken from it. */
    public Alert told(ChannelId channel) {
        Map<ChannelId, Severity> next = new HashMap<>(told);
        if (endedAt.isPresent()) {
            next.remove(channel);
        } else {
            next.put(channel, severity);
        }
        return new Alert(
                id,
                rule,
                subject,
                labels,
                severity,
                since,
                firedAt,
                endedAt,
                said,
                ack,
                shelvedUntil,
                held,
                new TreeMap<>(next));
    }
}
