package org.watchfloor.ui.popups;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.desktop.Popup;

/**
 * A pop-up on the screen.
 *
 * @param heardAt when it was last heard
 * @param goesAt when it goes by itself; empty: when somebody has noticed it
 */
record ShownPopup(Notice notice, Popup popup, Instant heardAt, Optional<Instant> goesAt) {
    boolean isDue(Instant now) {
        return popup.repeat()
                .filter(every -> !now.isBefore(heardAt.plus(every)))
                .isPresent();
    }

    boolean isGone(Instant now) {
        return goesAt.filter(end -> !now.isBefore(end)).isPresent();
    }

    ShownPopup heard(Instant now) {
        return new ShownPopup(notice, popup, now, goesAt);
    }
}
