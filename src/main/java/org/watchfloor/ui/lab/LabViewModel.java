package org.watchfloor.ui.lab;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The switches of the lab and where they stand. Confined to the FX thread; knows no control. */
public final class LabViewModel {
    private final LabBoard board;
    private final ObservableList<LabBoard.Target> targets = FXCollections.observableArrayList();
    private final ObservableList<LabBoard.Target> shownTargets = FXCollections.unmodifiableObservableList(targets);
    private final ReadOnlyIntegerWrapper broken = new ReadOnlyIntegerWrapper(this, "broken");

    public LabViewModel(LabBoard board) {
        this.board = board;
        refresh();
    }

    /** Reads the switches again: a script may have thrown some too. */
    public void refresh() {
        List<LabBoard.Target> now = board.targets();
        for (int i = 0; i < now.size(); i++) {
            if (i >= targets.size()) {
                targets.add(now.get(i));
            } else if (!targets.get(i).equals(now.get(i))) {
                targets.set(i, now.get(i));
            }
        }
        if (targets.size() > now.size()) {
            targets.remove(now.size(), targets.size());
        }
        broken.set((int) now.stream().filter(LabBoard.Target::isBroken).count());
    }

    /** @param fault empty to mend it */
    public void set(LabBoard.Target target, String fault) {
        if (fault.isEmpty()) {
            board.mend(target.name());
        } else {
            board.set(target.name(), fault);
        }
        refresh();
    }

    public void mendAll() {
        board.mendAll();
        refresh();
    }

    public ObservableList<LabBoard.Target> targets() {
        return shownTargets;
    }

    public ReadOnlyIntegerProperty brokenProperty() {
        return broken.getReadOnlyProperty();
    }
}
