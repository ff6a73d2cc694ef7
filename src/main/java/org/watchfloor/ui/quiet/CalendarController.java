package org.watchfloor.ui.quiet;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.watchfloor.config.EntryId;

/** Binds quiet-calendar.fxml to its view model. */
public final class CalendarController {
    private final QuietViewModel screen;
    private final CalendarViewModel viewModel;

    @FXML
    private Label title;

    @FXML
    private VBox box;

    @FXML
    private CalendarChart chart;

    @FXML
    private VBox nothing;

    public CalendarController(QuietViewModel screen) {
        this.screen = screen;
        viewModel = screen.calendar();
    }

    @FXML
    private void initialize() {
        title.textProperty().bind(viewModel.titleProperty());
        viewModel.pageProperty().subscribe(page -> {
            chart.show(page, viewModel.today());
            nothing.setVisible(page.lines().isEmpty());
        });
        screen.detailProperty().subscribe(shown -> chart.mark(shown.map(QuietDetail::entry)));
        chart.onClick(this::choose);
    }

    private void choose(EntryId entry, MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            box.requestFocus();
            screen.choose(entry);
            if (event.getClickCount() == 2) {
                screen.edit();
            }
        }
    }

    void focus() {
        box.requestFocus();
    }

    void onBelow() {
        screen.step(1);
    }

    void onAbove() {
        screen.step(-1);
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
