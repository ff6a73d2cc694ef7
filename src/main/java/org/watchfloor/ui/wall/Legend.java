package org.watchfloor.ui.wall;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.StateLook;
import org.watchfloor.ui.fx.StateMark;

/** How many cells are in each state, with its shape and its word. FX thread only. */
public final class Legend extends HBox {
    private final BooleanProperty wordy = new SimpleBooleanProperty(this, "wordy", true);
    private Map<State, Integer> shown = Map.of();

    public Legend() {
        getStyleClass().add("legend");
    }

    void show(List<WallGroup> groups) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        groups.forEach(group -> group.counts().forEach((state, count) -> counts.merge(state, count, Integer::sum)));
        if (!counts.equals(shown)) {
            shown = counts;
            List<Node> entries = new ArrayList<>();
            counts.forEach((state, count) -> entries.add(entry(state, count)));
            getChildren().setAll(entries);
        }
    }

    /** While false, words are left out to save room. */
    BooleanProperty wordyProperty() {
        return wordy;
    }

    private Node entry(State state, int count) {
        StateMark mark = new StateMark();
        mark.show(state);
        Label figure = new Label(Formats.number(count));
        figure.getStyleClass().addAll("strong", "figure");
        Label word = new Label(StateLook.of(state).word());
        word.getStyleClass().add("muted");
        word.visibleProperty().bind(wordy);
        word.managedProperty().bind(wordy);
        figure.setMinWidth(USE_PREF_SIZE);
        word.setMinWidth(USE_PREF_SIZE);
        HBox entry = new HBox(mark, figure, word);
        entry.getStyleClass().add("legend-entry");
        return entry;
    }
}
