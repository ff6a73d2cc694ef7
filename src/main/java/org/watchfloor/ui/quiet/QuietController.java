package org.watchfloor.ui.quiet;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.UnsavedStrip;

/** Binds quiet.fxml to its view model. */
public final class QuietController {
    private final QuietViewModel viewModel;
    private final Navigation navigation;

    @FXML
    private HBox looks;

    @FXML
    private Label trouble;

    @FXML
    private UnsavedStrip unsaved;

    @FXML
    private Node lists;

    @FXML
    private Node calendar;

    @FXML
    private Node side;

    @FXML
    private Node detail;

    @FXML
    private Node silenceForm;

    @FXML
    private Node maintenanceForm;

    @FXML
    private Node importForm;

    @FXML
    private Label title;

    @FXML
    private Label facts;

    @FXML
    private Label origin;

    @FXML
    private Node extending;

    @FXML
    private Button end;

    @FXML
    private Button edit;

    @FXML
    private Button delete;

    @FXML
    private Button takeIn;

    @FXML
    private Button export;

    public QuietController(QuietViewModel viewModel, Navigation navigation) {
        this.viewModel = viewModel;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        for (QuietLook look : QuietLook.values()) {
            looks.getChildren().add(segment(look));
        }
        ObservableValue<Boolean> listed = viewModel.lookProperty().map(look -> look == QuietLook.LIST);
        FormParts.only(lists, listed);
        FormParts.only(calendar, viewModel.lookProperty().map(look -> look != QuietLook.LIST));
        trouble.textProperty().bind(viewModel.edits().troubleProperty());
        FormParts.only(
                trouble,
                Bindings.createBooleanBinding(
                        () -> !viewModel.edits().troubleProperty().get().isEmpty()
                                && !viewModel.forms().isWriting(),
                        viewModel.edits().troubleProperty(),
                        viewModel.forms().sideProperty()));
        viewModel
                .forms()
                .unsaved()
                .subscribe(() -> unsaved.show(viewModel.forms().unsaved()));
        unsaved.show(viewModel.forms().unsaved());
        takeIn.disableProperty().bind(viewModel.edits().busyProperty());
        export.disableProperty().bind(viewModel.edits().busyProperty().or(Bindings.isEmpty(viewModel.planned())));
        viewModel.edits().doneProperty().subscribe(words -> {
            if (!words.isEmpty()) {
                navigation.tell(words);
            }
        });
        bindSide();
    }

    private void bindSide() {
        QuietForms forms = viewModel.forms();
        Map.of(
                        QuietForms.Side.DETAIL, detail,
                        QuietForms.Side.SILENCE, silenceForm,
                        QuietForms.Side.MAINTENANCE, maintenanceForm,
                        QuietForms.Side.IMPORT, importForm)
                .forEach(
                        (one, node) -> FormParts.only(node, forms.sideProperty().map(shown -> shown == one)));
        FormParts.only(
                side,
                Bindings.createBooleanBinding(
                        () -> forms.isWriting()
                                || viewModel.detailProperty().get().isPresent(),
                        forms.sideProperty(),
                        viewModel.detailProperty()));
        ObservableValue<Optional<QuietDetail>> chosen = viewModel.detailProperty();
        title.textProperty().bind(chosen.map(one -> one.map(QuietDetail::title).orElse("")));
        facts.textProperty().bind(chosen.map(one -> one.map(QuietDetail::facts).orElse("")));
        origin.textProperty()
                .bind(chosen.map(one -> one.map(QuietDetail::origin).orElse("")));
        ObservableValue<Boolean> isOurs =
                chosen.map(one -> one.filter(QuietDetail::isOurs).isPresent());
        FormParts.only(edit, isOurs);
        FormParts.only(delete, isOurs);
        FormParts.only(
                extending, chosen.map(one -> one.filter(QuietDetail::canExtend).isPresent()));
        FormParts.only(end, chosen.map(one -> one.filter(QuietDetail::canEnd).isPresent()));
    }

    private ToggleButton segment(QuietLook look) {
        ToggleButton button = new ToggleButton(look.text());
        button.setId("quiet-" + look.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("segment");
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.lookProperty().set(look);
        });
        viewModel.lookProperty().subscribe(now -> button.setSelected(now == look));
        return button;
    }

    @FXML
    void onNewSilence() {
        viewModel.forms().writeSilence(List.of());
    }

    @FXML
    void onNewMaintenance() {
        viewModel.forms().writeMaintenance();
    }

    @FXML
    void onImport() {
        CalendarChooser.toRead(looks.getScene().getWindow()).ifPresent(viewModel.forms()::importFrom);
    }

    @FXML
    void onExport() {
        CalendarChooser.toWrite(looks.getScene().getWindow()).ifPresent(viewModel::exportTo);
    }

    @FXML
    private void onEdit() {
        viewModel.edit();
    }

    @FXML
    void onUndo() {
        viewModel.edits().undo();
    }

    @FXML
    void onHour() {
        viewModel.extend(Duration.ofHours(1));
    }

    @FXML
    void onShift() {
        viewModel.extend(Duration.ofHours(8));
    }

    @FXML
    void onDay() {
        viewModel.extend(Duration.ofDays(1));
    }

    @FXML
    void onEnd() {
        viewModel.end();
    }

    @FXML
    void onDelete() {
        viewModel.delete();
    }
}
