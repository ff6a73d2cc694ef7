package org.watchfloor.ui.shell;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.Region;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.desktop.Popup;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Preferences;
import org.watchfloor.ui.popups.OwnAcks;
import org.watchfloor.ui.popups.PopupPlaces;
import org.watchfloor.ui.popups.PopupWords;
import org.watchfloor.ui.popups.PopupsViewModel;

/** What pops up and is heard, whatever is shown. FX thread only. */
final class Announcements {
    private final Surroundings surroundings;
    private final Loudspeaker loudspeaker;
    private final OwnAcks acks;
    private final PopupsViewModel popups;

    Announcements(Preferences preferences, Surroundings surroundings) {
        this.surroundings = surroundings;
        loudspeaker = new Loudspeaker(preferences, surroundings.background());
        acks = new OwnAcks(surroundings.operator());
        popups = new PopupsViewModel(loudspeaker, acks);
    }

    /** The same parts, but what is taken over through them is not announced here. */
    ConsoleParts hearing(ConsoleParts parts) {
        return new ConsoleParts(
                parts.engine().heardBy(this::taken),
                parts.surroundings(),
                parts.installation(),
                parts.preferences(),
                parts.lab());
    }

    private void taken(Collection<AlertId> alerts) {
        acks.given(alerts, now());
    }

    /** The pop-ups in the window; while that is not in front they lie in the corner of the desktop. */
    Region inWindow(Consumer<Notice> open, ObservableBooleanValue inFront) {
        return new PopupPlaces(popups, new PopupWords(surroundings.formats()), open, inFront).inWindow();
    }

    void popUp(Notice notice, Popup popup) {
        popups.show(notice, popup, now());
    }

    void tick(Instant now) {
        popups.tick(now);
    }

    /** Something went down. */
    void alarm() {
        loudspeaker.alarm();
    }

    Command takeAllAway() {
        return Command.of("Take all pop-ups away", "Shift+Esc", popups::allNoticed)
                .when(popups::hasAny);
    }

    private Instant now() {
        return surroundings.clock().instant();
    }
}
