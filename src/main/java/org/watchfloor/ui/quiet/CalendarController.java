package org.watchfloor.ui.quiet;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Binds quiet-calendar.fxml to its view model. */
public final class CalendarController {
    private final CalendarViewModel viewModel;

    @FXML
    private Label title;

    @FXML
    private VBox box;

    @FXML
    private CalendarChart chart;

    @FXML
    private VBox nothing;

    public CalendarController(CalendarViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        title.textProperty().bind(viewModel.titleProperty());
        viewModel.pageProperty().subscribe(page -> {
            chart.show(page, viewModel.today());
            nothing.setVisible(page.lines().isEmpty());
        });
    }

    void focus() {
        box.requestFocus();
    }

    @FXML
    void onBack() {
        viewModel.turn(-1);
    }

    @FXML
    void onToday() {
        viewModel.goToToday();
    }

    @FXML
    void onAhead() {
        viewModel.turn(1);
    }
}
