package org.watchfloor.ui.alerts;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.watchfloor.alert.Alert;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;

/** Binds alert-actions.fxml: what can be done with the selected alerts, with a note for it. */
public final class ActionBarController {
    private final AlertsViewModel viewModel;
    private final AlertActions actions;
    private final Navigation navigation;
    private ObservableList<AlertRow> selection = FXCollections.observableArrayList();
    private Runnable onLeave = () -> {};

    @FXML
    private TextField note;

    @FXML
    private Button acknowledge;

    @FXML
    private Button unacknowledge;

    @FXML
    private HBox shelve;

    @FXML
    private Button resolve;

    @FXML
    private Button comment;

    @FXML
    private Button openHost;

    @FXML
    private Button silence;

    public ActionBarController(AlertsViewModel viewModel, AlertActions actions, Navigation navigation) {
        this.viewModel = viewModel;
        this.actions = actions;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        note.addEventFilter(KeyEvent.KEY_PRESSED, this::onNoteKey);
        silence.disableProperty().bind(viewModel.chosenProperty().isNull());
        openHost.disableProperty()
                .bind(viewModel.chosenProperty().map(_ -> !canOpenHost()).orElse(true));
    }

    /**
     * @param selected what is done is done with these
     * @param leave called when the note is left without doing anything
     */
    void watch(ObservableList<AlertRow> selected, Runnable leave) {
        selection = selected;
        onLeave = leave;
        acknowledge.disableProperty().bind(possible(actions::canAcknowledge).not());
        unacknowledge.disableProperty().bind(possible(actions::canUnacknowledge).not());
        BooleanBinding nothing = possible(actions::canAct).not();
        List.of(shelve, resolve, comment, note)
                .forEach(part -> part.disableProperty().bind(nothing));
    }

    private BooleanBinding possible(Predicate<List<AlertRow>> action) {
        return Bindings.createBooleanBinding(() -> action.test(rows()), selection, viewModel.nowProperty());
    }

    private List<AlertRow> rows() {
        return selection.stream().filter(Objects::nonNull).toList();
    }

    boolean canAcknowledge() {
        return actions.canAcknowledge(rows());
    }

    boolean canUnacknowledge() {
        return actions.canUnacknowledge(rows());
    }

    boolean canAct() {
        return actions.canAct(rows());
    }

    boolean canOpenHost() {
        return target().isPresent();
    }

    boolean canSilence() {
        return viewModel.chosenProperty().get() != null;
    }

    void writeNote() {
        note.requestFocus();
    }

    @FXML
    void onAcknowledge() {
        int count = rows().size();
        actions.acknowledge(rows(), note.getText());
        done(count, "acknowledged");
    }

    @FXML
    void onUnacknowledge() {
        actions.unacknowledge(rows());
    }

    @FXML
    void onShelveHour() {
        shelve(Duration.ofHours(1));
    }

    @FXML
    void onShelveShift() {
        shelve(Duration.ofHours(8));
    }

    @FXML
    void onShelveDay() {
        shelve(Duration.ofHours(24));
    }

    private void shelve(Duration length) {
        int count = rows().size();
        actions.shelve(rows(), length, note.getText());
        done(count, "shelved for " + length.toHours() + " h");
    }

    @FXML
    void onComment() {
        int count = rows().size();
        if (actions.comment(rows(), note.getText())) {
            done(count, "commented");
        } else {
            note.requestFocus();
        }
    }

    @FXML
    void onResolve() {
        int count = rows().size();
        actions.resolve(rows(), note.getText());
        done(count, "resolved by hand");
    }

    @FXML
    void onOpenHost() {
        target().ifPresent(navigation::open);
    }

    @FXML
    void onSilence() {
        Optional.ofNullable(viewModel.chosenProperty().get())
                .map(AlertRow::alert)
                .map(SilenceProposal::of)
                .ifPresent(matchers -> navigation.open(new Target.OfNewSilence(matchers)));
    }

    private void done(int count, String what) {
        note.clear();
        navigation.tell(Formats.number(count) + (count == 1 ? " alert " : " alerts ") + what);
    }

    /** The check that the chosen alert is about. */
    Optional<CheckId> check() {
        return Optional.ofNullable(viewModel.chosenProperty().get())
                .flatMap(row -> row.alert().subject().check());
    }

    private Optional<Target> target() {
        return Optional.ofNullable(viewModel.chosenProperty().get())
                .map(AlertRow::alert)
                .flatMap(ActionBarController::target);
    }

    private static Optional<Target> target(Alert alert) {
        Optional<CheckId> check = alert.subject().check();
        String host = alert.labels().get("host");
        return check.<Target>map(Target.OfCheck::new)
                .or(() -> host.isEmpty() ? Optional.empty() : Optional.of(new Target.OfHost(new HostId(host))));
    }

    private void onNoteKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            onComment();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            onLeave.run();
            event.consume();
        }
    }
}
