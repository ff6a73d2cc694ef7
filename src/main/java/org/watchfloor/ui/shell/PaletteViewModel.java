package org.watchfloor.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.ui.fx.Command;

/** Everything that can be done now, found by a few letters. Confined to the FX thread. */
final class PaletteViewModel {
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final StringProperty letters = new SimpleStringProperty(this, "letters", "");
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private final ObservableList<Command> readOnlyFound = FXCollections.unmodifiableObservableList(found);
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", -1);
    private List<Command> offered = List.of();

    PaletteViewModel() {
        letters.subscribe(this::search);
    }

    /** Opens with what is possible now. */
    void open(List<Command> commands) {
        offered = commands.stream().filter(Command::isPossible).toList();
        letters.set("");
        search();
        open.set(true);
    }

    void close() {
        open.set(false);
    }

    void next() {
        choose(chosen.get() + 1);
    }

    void previous() {
        choose(chosen.get() - 1);
    }

    void choose(int index) {
        chosen.set(Math.clamp(index, Math.min(0, found.size() - 1), found.size() - 1));
    }

    /** Closes and does what is chosen. */
    void run() {
        close();
        if (chosen.get() >= 0) {
            found.get(chosen.get()).run();
        }
    }

    private void search() {
        record Hit(Command command, int score) {}
        List<Hit> hits = new ArrayList<>();
        for (Command command : offered) {
            OptionalInt score = FuzzyMatch.score(letters.get(), command.title());
            score.ifPresent(points -> hits.add(new Hit(command, points)));
        }
        hits.sort(Comparator.comparingInt(Hit::score).reversed());
        found.setAll(hits.stream().map(Hit::command).toList());
        chosen.set(-1);
        choose(0);
    }

    StringProperty lettersProperty() {
        return letters;
    }

    ObservableList<Command> found() {
        return readOnlyFound;
    }

    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }
}
