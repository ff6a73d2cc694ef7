package org.watchfloor.ui.rules;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.watchfloor.ui.chart.FiringStrip;

/** Binds rule-trial.fxml to its view model. */
public final class TrialController {
    private static final Duration LOOK = Duration.millis(100);

    private final RulesViewModel rules;
    private final TrialViewModel viewModel;
    private final Timeline looking = new Timeline(new KeyFrame(LOOK, _ -> look()));

    @FXML
    private ToggleButton week;

    @FXML
    private ToggleButton month;

    @FXML
    private Button begin;

    @FXML
    private HBox running;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label said;

    @FXML
    private Label hint;

    @FXML
    private VBox result;

    @FXML
    private Label headline;

    @FXML
    private VBox lines;

    @FXML
    private FiringStrip strip;

    @FXML
    private Label advice;

    @FXML
    private Button take;

    public TrialController(RulesViewModel rules) {
        this.rules = rules;
        this.viewModel = rules.trial();
        looking.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        progress.progressProperty().bind(viewModel.progressProperty());
        begin.disableProperty()
                .bind(viewModel
                        .activeProperty()
                        .or(rules.draft().standingProperty().isEqualTo(Standing.NONE)));
        viewModel.activeProperty().subscribe(this::activate);
        viewModel.saidProperty().subscribe(sentence -> Sayings.show(said, sentence));
        viewModel.reportProperty().subscribe(this::show);
        viewModel.weekProperty().subscribe(isWeek -> {
            week.setSelected(isWeek);
            month.setSelected(!isWeek);
        });
    }

    private void activate(boolean isActive) {
        appear(running, isActive);
        appear(hint, !isActive && viewModel.reportProperty().get().isEmpty());
        if (isActive) {
            looking.play();
        } else {
            looking.stop();
        }
    }

    private void look() {
        viewModel.look();
    }

    private void show(Optional<TrialReport> found) {
        appear(result, found.isPresent());
        appear(hint, found.isEmpty() && !viewModel.activeProperty().get());
        found.ifPresent(report -> {
            headline.setText(report.headline());
            lines.getChildren()
                    .setAll(report.lines().stream().map(TrialController::line).toList());
            strip.show(report.picture());
            advice.setText(report.advice());
            take.setText(report.remedy().orElse(""));
            appear(take, report.remedy().isPresent());
        });
    }

    private static Label line(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static void appear(javafx.scene.Node node, boolean isThere) {
        node.setVisible(isThere);
        node.setManaged(isThere);
    }

    boolean canBegin() {
        return !begin.isDisabled();
    }

    boolean canCancel() {
        return viewModel.activeProperty().get();
    }

    @FXML
    void onBegin() {
        rules.backtest();
    }

    @FXML
    void onCancel() {
        viewModel.cancel();
    }

    @FXML
    void onTake() {
        rules.takeSuggestion();
    }

    @FXML
    private void onWeek() {
        week.setSelected(true);
        viewModel.weekProperty().set(true);
    }

    @FXML
    private void onMonth() {
        month.setSelected(true);
        viewModel.weekProperty().set(false);
    }
}
