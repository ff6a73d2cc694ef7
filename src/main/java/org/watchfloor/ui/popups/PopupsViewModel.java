package org.watchfloor.ui.popups;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.desktop.Popup;

/**
 * Which notices pop up: one for each episode, at most {@value #MOST} at a time, what fires before what is over, the
 * newest on top; the others wait until there is room. What fires and is repeated stays until somebody has noticed it;
 * what is over goes by itself. What the operator has just done himself is not told. FX thread only; knows no control.
 */
public final class PopupsViewModel {
    static final int MOST = 3;
    static final int MOST_KEPT = 200;
    static final Duration FIRING_STAYS = Duration.ofSeconds(60);
    static final Duration OTHERS_STAY = Duration.ofSeconds(12);

    private final Voice voice;
    private final OwnAcks acks;
    private final Set<AlertId> taken = new HashSet<>();
    private final List<ShownPopup> all = new ArrayList<>();
    private final ObservableList<ShownPopup> shown = FXCollections.observableArrayList();
    private final ObservableList<ShownPopup> readOnlyShown = FXCollections.unmodifiableObservableList(shown);
    private final ReadOnlyIntegerWrapper more = new ReadOnlyIntegerWrapper(this, "more");
    private int lost;

    /**
     * Shows nothing yet.
     *
     * @param voice keeps quiet if the person does not like sounds
     * @param acks what the person takes over here
     */
    public PopupsViewModel(Voice voice, OwnAcks acks) {
        this.voice = voice;
        this.acks = acks;
    }

    /** Shows a notice, in place of one of the same episode. */
    public void show(Notice notice, Popup popup, Instant now) {
        if (acks.cover(notice)) {
            takenHere(notice);
            return;
        }
        boolean stays = notice.isFiring() && popup.repeat().isPresent();
        Instant end = now.plus(notice.isFiring() ? FIRING_STAYS : OTHERS_STAY);
        notice.alerts().forEach(item -> taken.remove(item.alert()));
        all.removeIf(old -> old.isOf(notice.episode()));
        all.addFirst(new ShownPopup(notice, popup, now, stays ? Optional.empty() : Optional.of(end)));
        if (all.size() > MOST_KEPT) {
            all.removeLast();
            lost++;
        }
        hear(List.of(all.getFirst()));
        arrange();
    }

    /** A pop-up goes with the last of its alerts that nobody had taken. */
    private void takenHere(Notice notice) {
        notice.alerts().forEach(item -> taken.add(item.alert()));
        all.removeIf(old -> old.isOf(notice.episode()) && !old.asksForSomebody(taken));
        arrange();
    }

    /** One sound for all of them, that of the worst; each is read out. */
    private void hear(List<ShownPopup> popups) {
        popups.stream()
                .filter(popup -> popup.popup().sound())
                .map(ShownPopup::notice)
                .min(Comparator.comparing((Notice notice) -> !notice.isFiring()).thenComparing(Notice::severity))
                .ifPresent(voice::play);
        popups.stream().filter(popup -> popup.popup().speech()).forEach(popup -> voice.say(popup.spoken()));
    }

    /** Time passes: what nobody has noticed is heard again, and what is over goes. */
    public void tick(Instant now) {
        all.removeIf(popup -> popup.isGone(now));
        List<ShownPopup> due = all.stream()
                .filter(popup -> popup.isDue(now))
                .map(popup -> popup.heard(now))
                .toList();
        all.replaceAll(popup -> popup.isDue(now) ? popup.heard(now) : popup);
        hear(due);
        arrange();
    }

    /** Somebody has noticed it. */
    void noticed(ShownPopup popup) {
        all.removeIf(old -> old.isOf(popup.notice().episode()));
        arrange();
    }

    /** Somebody has noticed all of them, those that wait too. */
    public void allNoticed() {
        all.clear();
        arrange();
    }

    public boolean hasAny() {
        return !all.isEmpty();
    }

    private void arrange() {
        if (all.isEmpty()) {
            lost = 0;
            taken.clear();
        }
        List<ShownPopup> next = all.stream()
                .sorted(Comparator.comparing(popup -> !popup.notice().isFiring()))
                .limit(MOST)
                .toList();
        more.set(all.size() - next.size() + lost);
        if (!next.equals(shown)) {
            shown.setAll(next);
        }
    }

    /** Unmodifiable. */
    ObservableList<ShownPopup> shown() {
        return readOnlyShown;
    }

    /** How many there are besides those that are shown. */
    ReadOnlyIntegerProperty moreProperty() {
        return more.getReadOnlyProperty();
    }
}
