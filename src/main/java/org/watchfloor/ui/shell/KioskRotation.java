package org.watchfloor.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Turns the pages of a kiosk, one every fifteen seconds. New trouble brings the first page and stops it there until a
 * person goes on. Confined to the FX thread.
 */
final class KioskRotation {
    static final Duration TURN = Duration.ofSeconds(15);

    private final List<Runnable> pages;
    private Instant turnedAt = Instant.MIN;
    private int page;
    private boolean held;

    /** @param pages the first one is where trouble shows */
    KioskRotation(List<Runnable> pages) {
        this.pages = List.copyOf(pages);
    }

    void start(Instant now) {
        held = false;
        turnTo(0, now);
    }

    void tick(Instant now) {
        if (!held && pages.size() > 1 && !now.isBefore(turnedAt.plus(TURN))) {
            turnTo((page + 1) % pages.size(), now);
        }
    }

    void hold(Instant now) {
        held = true;
        turnTo(0, now);
    }

    void goOn(Instant now) {
        held = false;
        turnedAt = now;
    }

    boolean isHeld() {
        return held;
    }

    private void turnTo(int next, Instant now) {
        page = next;
        turnedAt = now;
        if (!pages.isEmpty()) {
            pages.get(page).run();
        }
    }
}
