package org.watchfloor.ui.engine;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.watchfloor.ui.engine.EngineViewModel.Figure;

/** Shows figures as cards in a row or as lines of a list. FX thread only. */
final class FigureRow {
    private FigureRow() {}

    static void cards(Pane row, ObservableList<Figure> figures) {
        figures.addListener((ListChangeListener<Figure>) change -> fillCards(row, figures));
        fillCards(row, figures);
    }

    static void lines(GridPane grid, ObservableList<Figure> figures) {
        figures.addListener((ListChangeListener<Figure>) change -> fillLines(grid, figures));
        fillLines(grid, figures);
    }

    private static void fillCards(Pane row, ObservableList<Figure> figures) {
        row.getChildren().setAll(figures.stream().map(FigureRow::card).toList());
    }

    private static VBox card(Figure figure) {
        VBox card = new VBox(
                styled(figure.caption(), "tile-caption"),
                styled(figure.figure(), "tile-figure"),
                styled(figure.note(), "tile-note"));
        card.getStyleClass().addAll("card", "figure-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private static void fillLines(GridPane grid, ObservableList<Figure> figures) {
        grid.getChildren().clear();
        for (int i = 0; i < figures.size(); i++) {
            grid.add(styled(figures.get(i).caption(), "muted"), 0, i);
            grid.add(styled(figures.get(i).figure(), "figure"), 1, i);
        }
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
