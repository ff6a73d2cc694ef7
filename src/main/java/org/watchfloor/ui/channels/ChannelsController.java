package org.watchfloor.ui.channels;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.watchfloor.ui.alerts.Teaching;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.TableColumns;

/** Binds channels.fxml to its view model. */
public final class ChannelsController {
    private final ChannelsViewModel viewModel;
    private final Navigation navigation;

    @FXML
    private TableView<ChannelRow> channels;

    @FXML
    private TableColumn<ChannelRow, String> name;

    @FXML
    private TableColumn<ChannelRow, String> waiting;

    @FXML
    private TableColumn<ChannelRow, String> inFlight;

    @FXML
    private TableColumn<ChannelRow, ChannelRow> summary;

    @FXML
    private TableColumn<ChannelRow, ChannelRow> state;

    @FXML
    private TableColumn<ChannelRow, ChannelRow> test;

    @FXML
    private Label snippet;

    @FXML
    private ToggleButton all;

    @FXML
    private ToggleButton dead;

    @FXML
    private Label trouble;

    @FXML
    private TableView<NoticeRow> notices;

    @FXML
    private TableColumn<NoticeRow, String> at;

    @FXML
    private TableColumn<NoticeRow, String> channel;

    @FXML
    private TableColumn<NoticeRow, NoticeRow> about;

    @FXML
    private TableColumn<NoticeRow, NoticeRow> outcome;

    @FXML
    private TableColumn<NoticeRow, NoticeRow> again;

    public ChannelsController(ChannelsViewModel viewModel, Navigation navigation) {
        this.viewModel = viewModel;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        snippet.setText(Teaching.SNIPPET);
        channels.setItems(viewModel.channels());
        TableColumns.text(name, row -> row.id().value());
        TableColumns.figure(waiting, ChannelRow::waiting);
        TableColumns.figure(inFlight, ChannelRow::inFlight);
        show(summary, () -> new StateCell<>(ChannelRow::summary, _ -> "", _ -> false));
        show(state, () -> new StateCell<>(ChannelRow::state, ChannelRow::trouble, ChannelRow::failing));
        show(test, () -> new ButtonCell<>("Test", _ -> true, this::test));
        notices.setItems(viewModel.notices());
        TableColumns.text(at, NoticeRow::at);
        TableColumns.text(channel, NoticeRow::channel);
        show(about, () -> new StateCell<>(NoticeRow::about, NoticeRow::kind, _ -> false));
        show(outcome, () -> new StateCell<>(NoticeRow::state, NoticeRow::trouble, NoticeRow::canResend));
        show(again, () -> new ButtonCell<>("Send again", NoticeRow::canResend, this::resend));
        trouble.textProperty().bind(viewModel.troubleProperty());
        dead.textProperty().bind(viewModel.deadProperty().asString("Given up %d"));
        viewModel.deadProperty().subscribe(count -> {
            dead.getStyleClass().remove("troubled");
            if (count.intValue() > 0) {
                dead.getStyleClass().add("troubled");
            }
        });
        viewModel.onlyDeadProperty().subscribe(only -> {
            dead.setSelected(only);
            all.setSelected(!only);
        });
    }

    private static <R> void show(TableColumn<R, R> column, Supplier<TableCell<R, R>> cell) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell.get());
    }

    void focus() {
        channels.requestFocus();
    }

    void testChosen() {
        chosenChannel().ifPresent(this::test);
    }

    Optional<ChannelRow> chosenChannel() {
        return Optional.ofNullable(channels.getSelectionModel().getSelectedItem());
    }

    void resendChosen() {
        chosenNotice().ifPresent(this::resend);
    }

    /** The chosen notice, if it can be sent again. */
    Optional<NoticeRow> chosenNotice() {
        return Optional.ofNullable(notices.getSelectionModel().getSelectedItem())
                .filter(NoticeRow::canResend);
    }

    private void test(ChannelRow row) {
        viewModel.test(row);
        navigation.tell("A test goes out through " + row.id());
    }

    private void resend(NoticeRow row) {
        viewModel.resend(row);
        navigation.tell("Notice " + row.id() + " is sent again");
    }

    @FXML
    private void onAll() {
        all.setSelected(true);
        viewModel.onlyDeadProperty().set(false);
    }

    @FXML
    private void onDead() {
        dead.setSelected(true);
        viewModel.onlyDeadProperty().set(true);
    }
}
