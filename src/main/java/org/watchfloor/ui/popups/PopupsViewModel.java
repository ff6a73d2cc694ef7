package org.watchfloor.ui.popups;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private final Voice voice;
    private final ObservableList<ShownPopup> shown = FXCollections.observableArrayList();
    private final ObservableList<ShownPopup> readOnlyShown = FXCollections.unmodifiableObservableList(shown);
    private final ReadOnlyIntegerWrapper pushedOut = new ReadOnlyIntegerWrapper(this, "pushedOut");

    /** @param voice keeps quiet if the person does not like sounds */
    public PopupsViewModel(Voice voice) {
        this.voice = voice;
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
        hear(List.of(shown.getFirst()));
    }

    /** One sound for all of them, that of the worst; each is read out. */
    private void hear(List<ShownPopup> popups) {
        popups.stream()
                .filter(popup -> popup.popup().sound())
                .map(ShownPopup::notice)
                .min(Comparator.comparing((Notice notice) -> !notice.isFiring()).thenComparing(Notice::severity))
                .ifPresent(voice::play);
        popups.stream()
                .filter(popup -> popup.popup().speech())
                .forEach(popup -> voice.say(popup.popup().title()));
    }

    /** Time passes: what nobody has noticed is heard again, and what is over goes. */
    public void tick(Instant now) {
        shown.removeIf(popup -> popup.isGone(now));
        List<ShownPopup> heard = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).isDue(now)) {
                shown.set(i, shown.get(i).heard(now));
                heard.add(shown.get(i));
            }
        }
        hear(heard);
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
