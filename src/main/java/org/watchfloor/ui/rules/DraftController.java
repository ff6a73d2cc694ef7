package org.watchfloor.ui.rules;

import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.watchfloor.ui.alerts.Teaching;

/** Binds rule-draft.fxml to its view model; checks the text when nobody has typed for a moment. */
public final class DraftController {
    private static final Duration MOMENT = Duration.millis(300);

    private final DraftViewModel viewModel;
    private final PauseTransition pause = new PauseTransition(MOMENT);

    @FXML
    private VBox empty;

    @FXML
    private Label snippet;

    @FXML
    private VBox editing;

    @FXML
    private TextField id;

    @FXML
    private TextArea text;

    @FXML
    private Label said;

    @FXML
    private VBox problems;

    @FXML
    private Button save;

    @FXML
    private Button revert;

    @FXML
    private Button switchOver;

    @FXML
    private Button delete;

    public DraftController(DraftViewModel viewModel) {
        this.viewModel = viewModel;
        pause.setOnFinished(_ -> viewModel.check());
    }

    @FXML
    private void initialize() {
        snippet.setText(Teaching.SNIPPET
                .lines()
                .skip(4)
                .reduce("", (all, line) -> all + line + "\n")
                .strip());
        id.textProperty().bindBidirectional(viewModel.idProperty());
        text.textProperty().bindBidirectional(viewModel.textProperty());
        id.textProperty().subscribe(pause::playFromStart);
        text.textProperty().subscribe(pause::playFromStart);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::indent);
        text.editableProperty().bind(viewModel.busyProperty().not());
        viewModel.saidProperty().subscribe(sentence -> Sayings.show(said, sentence));
        viewModel.problems().subscribe(this::showProblems);
        viewModel.standingProperty().subscribe(this::stand);
        bindButtons();
    }

    private void bindButtons() {
        save.disableProperty().bind(viewModel.fitProperty().not().or(viewModel.busyProperty()));
        revert.disableProperty().bind(viewModel.dirtyProperty().not().or(viewModel.busyProperty()));
        switchOver.disableProperty().bind(viewModel.dirtyProperty().or(viewModel.busyProperty()));
        delete.disableProperty()
                .bind(viewModel.standingProperty().isNotEqualTo(Standing.SAVED).or(viewModel.busyProperty()));
        viewModel.enabledProperty().subscribe(isOn -> switchOver.setText(isOn ? "Disable" : "Enable"));
    }

    private void stand(Standing standing) {
        editing.setVisible(standing != Standing.NONE);
        empty.setVisible(standing == Standing.NONE);
        id.setEditable(standing == Standing.NEW);
        id.setFocusTraversable(standing == Standing.NEW);
    }

    /** YAML knows no tabs. */
    private void indent(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShiftDown() && !event.isControlDown()) {
            text.replaceSelection("  ");
            event.consume();
        }
    }

    private void showProblems() {
        problems.getChildren()
                .setAll(viewModel.problems().stream()
                        .map(problem -> new ProblemBox(problem, () -> goTo(problem)))
                        .toList());
    }

    private void goTo(ProblemLine problem) {
        int index = Math.min(problem.index().orElse(0), text.getLength());
        text.requestFocus();
        text.selectRange(index, Math.min(index + 1, text.getLength()));
    }

    boolean isTyping() {
        return text.isFocused() || id.isFocused();
    }

    /** To the name while it is missing, else to the text. */
    void focus() {
        boolean isNameless = id.isEditable() && id.getText().isEmpty();
        (isNameless ? id : text).requestFocus();
    }

    /** By key also what was typed a moment ago and is not checked yet. */
    boolean canSave() {
        return viewModel.dirtyProperty().get() && !viewModel.busyProperty().get();
    }

    boolean canRevert() {
        return !revert.isDisabled();
    }

    boolean canSwitchOver() {
        return viewModel.standingProperty().get() == Standing.SAVED && !switchOver.isDisabled();
    }

    boolean canDelete() {
        return !delete.isDisabled();
    }

    @FXML
    void onSave() {
        viewModel.save();
    }

    @FXML
    void onRevert() {
        viewModel.revert();
    }

    @FXML
    void onSwitchOver() {
        viewModel.switchOver();
    }

    @FXML
    void onDelete() {
        viewModel.delete();
    }
}
