package org.watchfloor.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert.Held;

/** Decides whether an alert that fires is kept from being paged, and by what. Pure. */
public final class Quiet {
    private final List<Silence> silences;
    private final Inhibitor inhibitor;
    private final Circumstances circumstances;

    public Quiet(List<Silence> silences, Inhibitor inhibitor, Circumstances circumstances) {
        this.silences = silences;
        this.inhibitor = inhibitor;
        this.circumstances = circumstances;
    }

    /** The first reason in the order of {@link Hold}. */
    Optional<Held> why(Alert alert, Route route, Instant now) {
        Subject subject = alert.subject();
        return Stream.<Supplier<Optional<Held>>>of(
                        () -> held(Hold.UNREACHABLE, circumstances.behind(subject)),
                        () -> held(Hold.OBSERVER, circumstances.unobserved(subject)),
                        () -> held(Hold.RECOVERING, recovering(subject)),
                        () -> held(Hold.FLAPPING, flapping(alert)),
                        () -> held(Hold.MAINTENANCE, circumstances.maintenance(subject, now)),
                        () -> held(Hold.SILENCED, silence(alert, now)),
                        () -> held(Hold.INHIBITED, inhibitor.of(alert)),
                        () -> held(
                                Hold.SHELVED,
                                alert.shelvedUntil().filter(now::isBefore).map(at -> "until " + at)),
                        () -> held(
                                Hold.ACKNOWLEDGED,
                                alert.ack()
                                        .filter(_ -> alert.isAcknowledged(now))
                                        .map(ack -> ack.by().toString())),
                        () -> held(Hold.ROUTE_MUTED, route.quiet(now)))
                .flatMap(reason -> reason.get().stream())
                .findFirst();
    }

    boolean isFlapping(Subject subject) {
        return circumstances.isFlapping(subject);
    }

    /** The alert about the flapping itself is the one notice of it. */
    private Optional<String> flapping(Alert alert) {
        boolean held = !alert.rule().equals(AlertRule.FLAPPING) && isFlapping(alert.subject());
        return held ? Optional.of(alert.subject().toString()) : Optional.empty();
    }

    private Optional<String> recovering(Subject subject) {
        return circumstances.isRecovering(subject)
                ? Optional.of("the latest look was good, one more confirms it")
                : Optional.empty();
    }

    private Optional<String> silence(Alert alert, Instant now) {
        return silences.stream()
                .filter(silence -> silence.holds(alert.matched(), now))
                .map(Silence::words)
                .findFirst();
    }

    private static Optional<Held> held(Hold why, Optional<String> by) {
        return by.map(what -> new Held(why, what));
    }
}
