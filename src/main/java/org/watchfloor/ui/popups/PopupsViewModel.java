package org.watchfloor.ui.popups;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.desktop.Popup;

/**
 * Which notices pop up: one for each episode, the newest on top, at most {@value #MOST}. What fires and is repeated stays
 * until somebody has noticed it; what is over goes by itself. FX thread only; knows no control.
 */
public final class PopupsViewModel {
    static final int MOST = 5;
    static final Duration FIRING_STAYS = Duration.ofSeconds(60);
    static final Duration OTHERS_STAY = Duration.ofSeconds(12);

    private final Runnable sound;
    private final ObservableList<ShownPopup> shown = FXCollections.observableArrayList();
    private final ObservableList<ShownPopup> readOnlyShown = FXCollections.unmodifiableObservableList(shown);
    private final ReadOnlyIntegerWrapper pushedOut = new ReadOnlyIntegerWrapper(this, "pushedOut");

    /** @param sound plays the sound of an alert; keeps quiet if the person does not like sounds */
    public PopupsViewModel(Runnable sound) {
        this.sound = sound;
    }

    /** Shows a notice, in place of one of the same episode. */
    public void show(Notice notice, Popup popup, Instant now) {
        boolean stays = notice.isFiring() && popup.repeat().isPresent();
        Instant end = now.plus(notice.isFiring() ? FIRING_STAYS : OTHERS_STAY);
        shown.removeIf(old -> old.notice().episode().equals(notice.episode()));
        shown.addFirst(new ShownPopup(notice, popup, now, stays ? Optional.empty() : Optional.of(end)));
        if (shown.size() > MOST) {
            pushedOut.set(pushedOut.get() + shown.size() - MOST);
            shown.remove(MOST, shown.size());
        }
        if (popup.sound()) {
            sound.run();
        }
    }

    /** Time passes: what nobody has noticed is heard again, and what is over goes. */
    public void tick(Instant now) {
        shown.removeIf(popup -> popup.isGone(now));
        boolean isHeard = false;
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).isDue(now)) {
                isHeard |= shown.get(i).popup().sound();
                shown.set(i, shown.get(i).heard(now));
            }
        }
        if (isHeard) {
            sound.run();
        }
        forgetWhatIsSeen();
    }

    /** Somebody has noticed it. */
    void noticed(ShownPopup popup) {
        shown.removeIf(old -> old.notice().episode().equals(popup.notice().episode()));
        forgetWhatIsSeen();
    }

    /** Somebody has noticed all of them. */
    public void allNoticed() {
        shown.clear();
        forgetWhatIsSeen();
    }

    public boolean hasAny() {
        return !shown.isEmpty();
    }

    private void forgetWhatIsSeen() {
        if (shown.isEmpty()) {
            pushedOut.set(0);
        }
    }

    /** Newest first; unmodifiable. */
    ObservableList<ShownPopup> shown() {
        return readOnlyShown;
    }

    /** How many gave way to newer ones since the screen was free of pop-ups. */
    ReadOnlyIntegerProperty pushedOutProperty() {
        return pushedOut.getReadOnlyProperty();
    }
}
