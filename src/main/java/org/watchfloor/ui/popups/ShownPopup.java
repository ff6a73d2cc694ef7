package org.watchfloor.ui.popups;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.desktop.Popup;

/**
 * A pop-up on the screen.
 *
 * @param heardAt when it was last heard
 * @param goesAt when it goes by itself; empty: when somebody has noticed it
 */
record ShownPopup(Notice notice, Popup popup, Instant heardAt, Optional<Instant> goesAt) {
    boolean isOf(String episode) {
        return notice.episode().equals(episode);
    }

    boolean isDue(Instant now) {
        return popup.repeat()
                .filter(every -> !now.isBefore(heardAt.plus(every)))
                .isPresent();
    }

    boolean isGone(Instant now) {
        return goesAt.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Whether something of it fires that nobody owns; {@code taken} is owned by now. */
    boolean asksForSomebody(Set<AlertId> taken) {
        return notice.alerts().stream()
                .anyMatch(item -> item.isFiring() && item.acknowledgedBy().isEmpty() && !taken.contains(item.alert()));
    }

    ShownPopup heard(Instant now) {
        return new ShownPopup(notice, popup, now, goesAt);
    }

    /** {@code P1: web-1/front is down}. */
    String spoken() {
        return notice.severity().priority() + ": " + popup.title();
    }

    /** How bad the worst is that still fires; empty if all of it is over. */
    Optional<Severity> firing() {
        return Optional.of(notice.severity()).filter(_ -> notice.isFiring());
    }
}
