package org.watchfloor.ui.oncall;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Binds oncall.fxml to its view model. */
public final class OnCallController {
    private final OnCallViewModel viewModel;

    @FXML
    private VBox rotas;

    @FXML
    private VBox receivers;

    @FXML
    private VBox quiet;

    public OnCallController(OnCallViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        fill(rotas, viewModel.rotas(), "No rota is configured. rotas: in any YAML file names people who take turns.");
        fill(receivers, viewModel.receivers(), "Nobody is told of alerts. receivers: says who is, and who next.");
        fill(quiet, viewModel.quiet(), "Nothing is kept quiet now or within a week.");
    }

    private static void fill(VBox box, ObservableList<PlanLine> lines, String none) {
        lines.addListener((ListChangeListener<PlanLine>) _ -> show(box, lines, none));
        show(box, lines, none);
    }

    private static void show(VBox box, ObservableList<PlanLine> lines, String none) {
        if (lines.isEmpty()) {
            box.getChildren().setAll(wrapped(none, "muted"));
        } else {
            box.getChildren().setAll(lines.stream().map(OnCallController::entry).toList());
        }
    }

    private static VBox entry(PlanLine line) {
        Label title = wrapped(line.title(), "strong");
        HBox head = new HBox(title);
        head.getStyleClass().add("row");
        if (line.isNow()) {
            Label now = new Label("now");
            now.getStyleClass().add("chip");
            now.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(now);
        }
        VBox entry = new VBox(head, wrapped(line.text(), "plan-text"));
        if (!line.note().isEmpty()) {
            entry.getChildren().add(wrapped(line.note(), "muted"));
        }
        entry.getStyleClass().add("plan-line");
        return entry;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
