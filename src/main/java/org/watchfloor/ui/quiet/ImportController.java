package org.watchfloor.ui.quiet;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;

/** Binds calendar-import.fxml to its view model. */
public final class ImportController {
    private final QuietViewModel screen;
    private final ImportViewModel viewModel;

    @FXML
    private Label heading;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label summary;

    @FXML
    private ComboBox<String> targetKind;

    @FXML
    private TextField targets;

    @FXML
    private Label besides;

    @FXML
    private Label lines;

    @FXML
    private Node leftTitle;

    @FXML
    private Label left;

    @FXML
    private Label problem;

    @FXML
    private Label trouble;

    @FXML
    private Button save;

    public ImportController(QuietViewModel screen) {
        this.screen = screen;
        viewModel = screen.forms().calendar();
    }

    @FXML
    private void initialize() {
        heading.textProperty().bind(viewModel.headingProperty());
        progress.visibleProperty()
                .bind(viewModel.busyProperty().or(screen.edits().busyProperty()));
        summary.textProperty().bind(viewModel.summaryProperty());
        FormParts.targets(viewModel.targets(), targetKind, targets, besides);
        told(lines, viewModel.linesProperty());
        told(left, viewModel.leftProperty());
        FormParts.only(leftTitle, viewModel.leftProperty().isNotEmpty());
        told(problem, viewModel.problemProperty());
        FormParts.trouble(screen.edits(), trouble);
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !viewModel.canSave()
                                || screen.edits().busyProperty().get(),
                        viewModel.busyProperty(),
                        viewModel.summaryProperty(),
                        viewModel.problemProperty(),
                        screen.edits().busyProperty()));
    }

    private static void told(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        FormParts.only(label, text.map(words -> !words.isEmpty()));
    }

    void focus() {
        targets.requestFocus();
    }

    @FXML
    private void onSave() {
        screen.forms().save();
    }

    @FXML
    private void onCancel() {
        screen.forms().close();
    }
}
