package org.watchfloor.ui.away;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * Knows whether somebody is at the console. Nobody is from the moment when the window was left, or from the last hand on
 * keyboard or mouse if none followed for {@link #IDLE}, or from the last run of the program until the first hand on it.
 * FX thread only.
 */
final class Attendance {
    static final Duration IDLE = Duration.ofMinutes(5);
    /** After a crash so much too early counts as away at most. */
    private static final Duration SAVED_EVERY = Duration.ofMinutes(1);

    private final UnseenText text;
    private Unseen unseen;
    private Instant touchedAt;
    private Instant savedAt;

    /** @param now when the console is opened */
    Attendance(UnseenText text, Instant now) {
        this.text = text;
        unseen = text.load(now);
        touchedAt = now;
        savedAt = now;
    }

    Unseen unseen() {
        return unseen;
    }

    /** A hand on keyboard or mouse. True if nobody was here before. */
    boolean touched(Instant now) {
        noticeIdleness(now);
        boolean returns = unseen.since().isPresent();
        touchedAt = now;
        if (returns) {
            change(before -> before.back(now));
        }
        return returns;
    }

    /** The window is hidden, behind others, or closed. */
    void left(Instant now) {
        change(before -> before.left(now));
    }

    /** Time passes. */
    void tick(Instant now) {
        noticeIdleness(now);
        if (unseen.since().isEmpty() && touchedAt.isAfter(savedAt.plus(SAVED_EVERY))) {
            save();
        }
    }

    private void noticeIdleness(Instant now) {
        if (!now.isBefore(touchedAt.plus(IDLE))) {
            change(before -> before.left(touchedAt));
        }
    }

    /** Something of it was seen, or is wanted back. */
    void change(UnaryOperator<Unseen> to) {
        Unseen next = to.apply(unseen);
        if (!next.equals(unseen)) {
            unseen = next;
            save();
        }
    }

    private void save() {
        savedAt = touchedAt;
        text.save(unseen, touchedAt);
    }
}
