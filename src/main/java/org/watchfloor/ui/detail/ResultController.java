package org.watchfloor.ui.detail;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import org.watchfloor.ui.chart.PhaseBar;
import org.watchfloor.ui.fx.FxThread;

/** Binds check-result.fxml to its view model; holds no logic. */
public final class ResultController {
    private static final int FEWEST_ROWS = 3;
    private static final int MOST_ROWS = 16;

    private final HostViewModel viewModel;
    private List<LastResult.Figure> figuresShown = List.of();

    @FXML
    private Label when;

    @FXML
    private Label message;

    @FXML
    private Label reason;

    @FXML
    private Label coming;

    @FXML
    private Label stale;

    @FXML
    private Label diagnosis;

    @FXML
    private Node measured;

    @FXML
    private PhaseBar phases;

    @FXML
    private GridPane figures;

    @FXML
    private TextArea facts;

    @FXML
    private Button copy;

    ResultController(HostViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        viewModel.resultProperty().subscribe(this::show);
    }

    private void show(LastResult result) {
        when.setText(result.when());
        message.setText(result.message());
        Shown.text(reason, result.reason());
        Shown.text(coming, result.coming());
        Shown.text(stale, result.stale());
        showDiagnosis(result.diagnosis());
        phases.show(result.timings());
        boolean phased = !result.timings().phases().isEmpty();
        phases.setVisible(phased);
        phases.setManaged(phased);
        showFigures(result.figures());
        measured.setVisible(phased || !result.figures().isEmpty());
        measured.setManaged(measured.isVisible());
        showFacts(result.facts());
    }

    private void showDiagnosis(String text) {
        if (viewModel.awaitsDiagnosis() && !text.equals(diagnosis.getText())) {
            FxThread.run(() -> Reveal.part(diagnosis.getParent())); // later, when all of the result is shown
        }
        diagnosis.setText(text);
        diagnosis.getParent().setVisible(!text.isEmpty());
        diagnosis.getParent().setManaged(!text.isEmpty());
    }

    private void showFigures(List<LastResult.Figure> next) {
        if (!next.equals(figuresShown)) {
            figuresShown = next;
            figures.getChildren().clear();
            for (int i = 0; i < next.size(); i++) {
                figures.add(styled(next.get(i).name(), "muted"), 0, i);
                figures.add(styled(next.get(i).value(), "figure"), 1, i);
            }
        }
    }

    /** Text that did not change keeps its selection and scroll. */
    private void showFacts(String text) {
        if (!text.equals(facts.getText())) {
            facts.setText(text);
            facts.setPrefRowCount(Math.clamp(text.lines().count(), FEWEST_ROWS, MOST_ROWS));
        }
        facts.setVisible(!text.isEmpty());
        facts.setManaged(!text.isEmpty());
        copy.setDisable(text.isEmpty());
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    @FXML
    private void onCopy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(message.getText() + "\n" + when.getText() + "\n\n" + facts.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
