package org.watchfloor.ui.engine;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import org.watchfloor.ui.engine.EngineViewModel.GapRow;
import org.watchfloor.ui.engine.EngineViewModel.LaneRow;
import org.watchfloor.ui.engine.EngineViewModel.StepRow;
import org.watchfloor.ui.engine.EngineViewModel.WitnessRow;
import org.watchfloor.ui.fx.TableColumns;

/** Binds engine.fxml to its view model; holds no logic. */
public final class EngineController {
    private final EngineViewModel viewModel;

    @FXML
    private Pane figures;

    @FXML
    private LagHistogram histogram;

    @FXML
    private Label lagText;

    @FXML
    private GridPane store;

    @FXML
    private Label trouble;

    @FXML
    private TableView<LaneRow> lanes;

    @FXML
    private TableColumn<LaneRow, String> laneName;

    @FXML
    private TableColumn<LaneRow, String> laneRunning;

    @FXML
    private TableColumn<LaneRow, String> laneWaiting;

    @FXML
    private TableColumn<LaneRow, String> laneLimit;

    @FXML
    private PoolTable pools;

    @FXML
    private LimitTable limits;

    @FXML
    private TableView<StepRow> steps;

    @FXML
    private TableColumn<StepRow, String> stepName;

    @FXML
    private TableColumn<StepRow, String> stepTook;

    @FXML
    private TableColumn<StepRow, String> stepState;

    @FXML
    private TableColumn<StepRow, String> stepDetail;

    @FXML
    private TableView<WitnessRow> witnesses;

    @FXML
    private TableColumn<WitnessRow, String> witnessName;

    @FXML
    private TableColumn<WitnessRow, String> witnessSays;

    @FXML
    private TableView<GapRow> gaps;

    @FXML
    private TableColumn<GapRow, String> gapFrom;

    @FXML
    private TableColumn<GapRow, String> gapTo;

    @FXML
    private TableColumn<GapRow, String> gapLength;

    @FXML
    private TableColumn<GapRow, String> gapCause;

    public EngineController(EngineViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        FigureRow.cards(figures, viewModel.figures());
        FigureRow.lines(store, viewModel.store());
        viewModel.lagProperty().subscribe(histogram::show);
        lagText.textProperty().bind(viewModel.lagTextProperty());
        trouble.textProperty().bind(viewModel.troubleProperty());
        trouble.visibleProperty().bind(viewModel.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        bindLanes();
        pools.show(viewModel.pools());
        limits.show(viewModel.limits());
        bindSteps();
        bindGaps();
        witnesses.setItems(viewModel.witnesses());
        TableColumns.text(witnessName, WitnessRow::name);
        TableColumns.text(witnessSays, WitnessRow::says);
    }

    private void bindLanes() {
        lanes.setItems(viewModel.lanes());
        TableColumns.text(laneName, LaneRow::name);
        TableColumns.figure(laneRunning, LaneRow::running);
        TableColumns.figure(laneWaiting, LaneRow::waiting);
        TableColumns.figure(laneLimit, LaneRow::limit);
    }

    private void bindSteps() {
        steps.setItems(viewModel.steps());
        TableColumns.text(stepName, StepRow::name);
        TableColumns.figure(stepTook, StepRow::took);
        TableColumns.text(stepState, StepRow::state);
        TableColumns.text(stepDetail, StepRow::detail);
    }

    private void bindGaps() {
        gaps.setItems(viewModel.gaps());
        TableColumns.text(gapFrom, GapRow::from);
        TableColumns.text(gapTo, GapRow::to);
        TableColumns.figure(gapLength, GapRow::length);
        TableColumns.text(gapCause, GapRow::cause);
    }
}
