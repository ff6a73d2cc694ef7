package org.watchfloor.alert;

import java.util.Optional;
import org.watchfloor.model.CheckId;

/** What an alert is about: one check, or checks that are judged together. */
public record Subject(Kind kind, String id) implements Comparable<Subject> {
    /** What the id names; {@link #SITE} and {@link #OBSERVER}, which is this machine, have an empty one, {@link #OUTSIDE} is what another program reports. */
    public enum Kind {
        CHECK,
        HOST,
        GROUP,
        SERVICE,
        SITE,
        CHANNEL,
        OUTSIDE,
        OBSERVER
    }

    public static Subject of(CheckId check) {
        return new Subject(Kind.CHECK, check.toString());
    }

    /** The check, if it is about one. */
    public Optional<CheckId> check() {
        return kind == Kind.CHECK ? Optional.of(CheckId.parse(id)) : Optional.empty();
    }

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }

    /** For people: {@code web-1/front}, {@code the group edge}, {@code everything}. */
    @Override
    public String toString() {
        return switch (kind) {
            case CHECK, OUTSIDE -> id;
            case HOST -> "the host " + id;
            case GROUP -> "the group " + id;
            case SERVICE -> "the service " + id;
            case CHANNEL -> "the channel " + id;
            case SITE -> "everything";
            case OBSERVER -> "this machine";
        };
    }
}
