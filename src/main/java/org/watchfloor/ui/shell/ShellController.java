package org.watchfloor.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.watchfloor.ui.fx.Screen;

/** Binds shell.fxml to its view models; holds no logic. */
public final class ShellController {
    private final ShellViewModel viewModel;
    private final StatusViewModel status;
    private final Desk desk;

    @FXML
    private StackPane shell;

    @FXML
    private Pane rail;

    @FXML
    private Pane header;

    @FXML
    private Label title;

    @FXML
    private TextField filter;

    @FXML
    private Button unacknowledged;

    @FXML
    private Label day;

    @FXML
    private Label clock;

    @FXML
    private Label zone;

    @FXML
    private Pane kioskHead;

    @FXML
    private Label kioskClock;

    @FXML
    private Label kioskZone;

    @FXML
    private Label kioskAge;

    @FXML
    private Label kioskSummary;

    @FXML
    private Pane banners;

    @FXML
    private StackPane floor;

    @FXML
    private StackPane stage;

    @FXML
    private Region statusBar;

    @FXML
    private Label toast;

    @FXML
    private Region staleFrame;

    @FXML
    private Label staleText;

    ShellController(ShellViewModel viewModel, StatusViewModel status, Desk desk) {
        this.viewModel = viewModel;
        this.status = status;
        this.desk = desk;
    }

    @FXML
    private void initialize() {
        bindHeader();
        bindKiosk();
        staleFrame.visibleProperty().bind(status.staleProperty());
        staleText.textProperty().bind(status.staleTextProperty());
        new BannerStrip(banners, desk).bind(status.banners());
        new Toast(toast).bind(desk.toldProperty());
        desk.screenProperty().subscribe(this::show);
        stage.visibleProperty().bind(desk.enlargedProperty().not());
        stage.managedProperty().bind(stage.visibleProperty());
        viewModel.filterProperty().subscribe(text -> desk.present().filter(text));
    }

    private void bindHeader() {
        title.textProperty().bind(viewModel.titleProperty());
        filter.promptTextProperty().bind(viewModel.filterHintProperty());
        filter.visibleProperty().bind(viewModel.filterHintProperty().isNotEmpty());
        filter.textProperty().bindBidirectional(viewModel.filterProperty());
        unacknowledged.textProperty().bind(viewModel.unacknowledgedProperty().asString("%d unacknowledged"));
        unacknowledged.visibleProperty().bind(viewModel.unacknowledgedProperty().greaterThan(0));
        day.textProperty().bind(viewModel.dayProperty());
        clock.textProperty().bind(viewModel.clockProperty());
        zone.textProperty().bind(viewModel.zoneProperty());
    }

    private void bindKiosk() {
        for (Region hidden : new Region[] {rail, header, statusBar}) {
            hidden.visibleProperty().bind(viewModel.kioskProperty().not());
            hidden.managedProperty().bind(hidden.visibleProperty());
        }
        kioskHead.visibleProperty().bind(viewModel.kioskProperty());
        kioskHead.managedProperty().bind(kioskHead.visibleProperty());
        kioskClock.textProperty().bind(viewModel.clockProperty());
        kioskZone.textProperty().bind(viewModel.dayProperty().concat(" ").concat(viewModel.zoneProperty()));
        kioskAge.textProperty().bind(status.ageProperty());
        kioskSummary.textProperty().bind(viewModel.summaryProperty());
    }

    private void show(Screen screen) {
        stage.getChildren().setAll(screen.view());
        viewModel.screen(screen.name().title(), screen.filterHint());
    }

    Pane rail() {
        return rail;
    }

    PopupSpot popupSpot() {
        return new PopupSpot(floor, stage);
    }

    StackPane root() {
        return shell;
    }

    TextField filter() {
        return filter;
    }

    @FXML
    private void onFiltered() {
        desk.present().focus();
    }

    @FXML
    private void onUnacknowledged() {
        desk.goTo("incidents");
    }
}
