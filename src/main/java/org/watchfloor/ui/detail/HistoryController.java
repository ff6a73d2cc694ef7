package org.watchfloor.ui.detail;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import org.watchfloor.engine.History.Metric;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.chart.StateBand;
import org.watchfloor.ui.chart.TimeChart;

/** Binds check-history.fxml to its view model; holds no logic. */
public final class HistoryController {
    private final HistoryViewModel viewModel;
    private final HostViewModel host;
    private final HostCommands commands;
    private final ToggleGroup ranges = new ToggleGroup();

    @FXML
    private Label check;

    @FXML
    private Label day;

    @FXML
    private Label month;

    @FXML
    private Label unseen;

    @FXML
    private Pane rangeButtons;

    @FXML
    private ComboBox<Metric> metric;

    @FXML
    private Button now;

    @FXML
    private Label hint;

    @FXML
    private Button pauseCheck;

    @FXML
    private Button resumeCheck;

    @FXML
    private StateBand band;

    @FXML
    private TimeChart chart;

    @FXML
    private Label note;

    @FXML
    private Label problem;

    @FXML
    private Label source;

    HistoryController(HistoryViewModel viewModel, HostViewModel host, HostCommands commands) {
        this.viewModel = viewModel;
        this.host = host;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        host.selectedProperty()
                .subscribe(id -> check.setText(id.map(CheckId::name).orElse("")));
        host.resultProperty().subscribe(this::offerPause);
        day.textProperty().bind(viewModel.dayProperty());
        month.textProperty().bind(viewModel.monthProperty());
        unseen.textProperty().bind(viewModel.unseen());
        unseen.visibleProperty().bind(unseen.textProperty().isNotEmpty());
        unseen.managedProperty().bind(unseen.visibleProperty());
        note.textProperty().bind(viewModel.noteProperty());
        viewModel.problemProperty().subscribe(text -> Shown.text(problem, text));
        for (Range range : Range.values()) {
            rangeButtons.getChildren().add(button(range));
        }
        viewModel
                .rangeProperty()
                .subscribe(range -> ranges.getToggles().stream()
                        .filter(toggle -> range.equals(toggle.getUserData()))
                        .forEach(ranges::selectToggle));
        bindMetrics();
        chart.setOnWindow(viewModel::zoom);
        chart.setOnReset(viewModel::reset);
        chart.widthProperty().subscribe(width -> viewModel.pixels(width.doubleValue()));
        viewModel.viewProperty().subscribe(this::show);
    }

    private void bindMetrics() {
        metric.setItems(viewModel.metrics());
        metric.setConverter(new MetricNames(viewModel.metrics()));
        viewModel.metricProperty().subscribe(picked -> metric.setValue(picked));
        metric.valueProperty().subscribe(picked -> {
            if (picked != null) {
                viewModel.pick(picked);
            }
        });
    }

    private ToggleButton button(Range range) {
        ToggleButton button = new ToggleButton(range.text());
        button.setId("range-" + range.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().add("segment");
        button.setUserData(range);
        button.setToggleGroup(ranges);
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.look(range);
        });
        return button;
    }

    private void show(Optional<PastView> view) {
        view.ifPresent(past -> {
            chart.show(past.chart());
            band.show(new StateBand.Content(past.chart().window(), past.chart().formats(), past.states(), past.gaps()));
            source.setText(past.source());
        });
        now.setVisible(!viewModel.isLive());
        now.setManaged(now.isVisible());
        hint.setVisible(viewModel.isLive());
        hint.setManaged(hint.isVisible());
    }

    private void offerPause(LastResult any) {
        pauseCheck.setVisible(commands.pauseSelected().isPossible());
        pauseCheck.setManaged(pauseCheck.isVisible());
        resumeCheck.setVisible(commands.resumeSelected().isPossible());
        resumeCheck.setManaged(resumeCheck.isVisible());
    }

    @FXML
    private void onNow() {
        viewModel.reset();
    }

    @FXML
    private void onCheckNow() {
        commands.checkSelectedNow().run();
    }

    @FXML
    private void onPause() {
        commands.pauseSelected().run();
    }

    @FXML
    private void onResume() {
        commands.resumeSelected().run();
    }
}
