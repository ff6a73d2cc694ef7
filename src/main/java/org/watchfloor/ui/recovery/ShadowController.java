package org.watchfloor.ui.recovery;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.ui.detail.SafeText;
import org.watchfloor.ui.detail.Shown;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LinesCell;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;

/** Binds recovery-shadow.fxml to its view model. */
public final class ShadowController {
    private static final int LONGEST = 300;

    private final ShadowViewModel viewModel;
    private final Formats formats;
    private final Navigation navigation;

    @FXML
    private Label totals;

    @FXML
    private Label problem;

    @FXML
    private Label trouble;

    @FXML
    private TableView<ShadowCase> table;

    @FXML
    private TableColumn<ShadowCase, ShadowCase> when;

    @FXML
    private TableColumn<ShadowCase, ShadowCase> what;

    @FXML
    private TableColumn<ShadowCase, ShadowCase> failure;

    @FXML
    private TableColumn<ShadowCase, ShadowCase> ending;

    public ShadowController(ShadowViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        this.formats = formats;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        totals.textProperty().bind(viewModel.totalsProperty());
        only(problem, viewModel.problemProperty());
        only(trouble, viewModel.troubleProperty());
        show(when, () -> new LinesCell<>(this::clock, this::day));
        show(
                what,
                () -> new LinesCell<>(
                        one -> one.held().title(),
                        one -> one.held().target().check().toString()));
        show(failure, () -> new LinesCell<>(ShadowController::kind, ShadowController::held));
        show(ending, () -> new LinesCell<>(ShadowCase::words, _ -> ""));
        table.setItems(viewModel.cases());
    }

    private String clock(ShadowCase one) {
        Instant at = one.held().asked();
        return formats.clock(at) + " " + formats.zoneAt(at);
    }

    private String day(ShadowCase one) {
        String day = formats.day(one.held().asked());
        return day.equals(formats.day(
                        Objects.requireNonNull(viewModel.nowProperty().get())))
                ? ""
                : day;
    }

    private static String kind(ShadowCase one) {
        return one.failure().map(FailureWords::of).orElse("–");
    }

    private static String held(ShadowCase one) {
        return SafeText.line("needs that " + one.held().said().substring(Action.HELD_BY_LEVEL.length()), LONGEST);
    }

    private static void show(
            TableColumn<ShadowCase, ShadowCase> column, Supplier<TableCell<ShadowCase, ShadowCase>> cell) {
        column.setCellValueFactory(one -> new ReadOnlyObjectWrapper<>(one.getValue()));
        column.setCellFactory(_ -> cell.get());
    }

    private static void only(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        Shown.when(label, label.textProperty().isNotEmpty());
    }

    void focus() {
        table.requestFocus();
    }

    void step(int by) {
        Steps.move(table, by);
    }

    /** The check that failed. */
    void open() {
        ShadowCase one = table.getSelectionModel().getSelectedItem();
        if (one != null) {
            navigation.open(new Target.OfCheck(one.held().target().check()));
        }
    }
}
