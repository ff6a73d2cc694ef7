package org.watchfloor.ui.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Hold;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LocalText;

/**
 * Where an alert stands for the operator. Pure.
 *
 * @param word one or two words
 * @param what by whom, by what or until when; may be empty
 * @param reason more of it; may be empty
 */
record Standing(Kind kind, String word, String what, String reason) {
    /** In the order in which they matter. */
    enum Kind {
        /** It fires, nobody has taken it, and nothing holds it. */
        NEEDS_SOMEBODY,
        ACKNOWLEDGED,
        HELD,
        PENDING,
        RESOLVED
    }

    static Kind kind(Alert alert, Instant now) {
        return switch (alert.status()) {
            case PENDING -> Kind.PENDING;
            case RESOLVED -> Kind.RESOLVED;
            case FIRING -> firing(alert, now);
        };
    }

    private static Kind firing(Alert alert, Instant now) {
        if (alert.isAcknowledged(now)) {
            return Kind.ACKNOWLEDGED;
        }
        boolean held = isShelved(alert, now)
                || alert.held().filter(by -> by.why() != Hold.ACKNOWLEDGED).isPresent();
        return held ? Kind.HELD : Kind.NEEDS_SOMEBODY;
    }

    /** @param pending how long the rule waits before it fires */
    static Standing of(Alert alert, Duration pending, Formats formats, Instant now) {
        Kind kind = kind(alert, now);
        return switch (kind) {
            case NEEDS_SOMEBODY -> new Standing(kind, "firing", "unacknowledged", "");
            case PENDING ->
                new Standing(
                        kind, "pending", "fires " + formats.moment(alert.since().plus(pending), now), "");
            case ACKNOWLEDGED -> owned(kind, alert.ack().orElseThrow(), formats, now);
            case HELD -> held(kind, alert, formats, now);
            case RESOLVED -> resolved(kind, alert, formats, now);
        };
    }

    private static Standing owned(Kind kind, Alert.Ack ack, Formats formats, Instant now) {
        String end =
                ack.until().map(until -> " until " + formats.moment(until, now)).orElse("");
        return new Standing(kind, "✓ acknowledged", "by " + ack.by() + end, ack.note());
    }

    private static Standing held(Kind kind, Alert alert, Formats formats, Instant now) {
        if (isShelved(alert, now)) {
            return new Standing(
                    kind,
                    "shelved",
                    "until " + formats.moment(alert.shelvedUntil().orElseThrow(), now),
                    "");
        }
        Alert.Held held = alert.held().orElseThrow();
        String by = LocalText.of(held.by(), formats, now);
        int colon = by.indexOf(": ");
        String what = colon < 0 ? by : by.substring(0, colon);
        return new Standing(kind, word(held.why()), what(held.why(), what), colon < 0 ? "" : by.substring(colon + 2));
    }

    private static Standing resolved(Kind kind, Alert alert, Formats formats, Instant now) {
        Instant end = alert.endedAt().orElseThrow();
        String after = " after " + Formats.duration(Duration.between(alert.since(), end));
        return new Standing(kind, "resolved", formats.moment(end, now) + after, "");
    }

    private static boolean isShelved(Alert alert, Instant now) {
        return Optional.of(alert)
                .flatMap(Alert::shelvedUntil)
                .filter(now::isBefore)
                .isPresent();
    }

    private static String word(Hold hold) {
        return switch (hold) {
            case UNREACHABLE -> "unreachable";
            case OBSERVER -> "not seen";
            case RECOVERING -> "answers again";
            case FLAPPING -> "~ flapping";
            case MAINTENANCE -> "in maintenance";
            case SILENCED -> "silenced";
            case INHIBITED -> "inhibited";
            case SHELVED -> "shelved";
            case ACKNOWLEDGED -> "acknowledged";
            case ROUTE_MUTED -> "muted";
        };
    }

    private static String what(Hold hold, String by) {
        return switch (hold) {
            case UNREACHABLE -> "behind " + by;
            case SILENCED, INHIBITED, ACKNOWLEDGED -> "by " + by;
            case OBSERVER, RECOVERING, FLAPPING, MAINTENANCE, SHELVED, ROUTE_MUTED -> by;
        };
    }

    /** All of it in one sentence. */
    String text() {
        String joint = kind == Kind.NEEDS_SOMEBODY || kind == Kind.PENDING ? ", " : " ";
        return word + (what.isEmpty() ? "" : joint + what) + (reason.isEmpty() ? "" : ": " + reason);
    }
}
