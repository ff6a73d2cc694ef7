package org.watchfloor.ui.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.watchfloor.incident.Incident;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.recovery.MendBox;
import org.watchfloor.ui.recovery.MendModel;

/** Binds incidents.fxml to its view model. */
public final class IncidentsController {
    private static final String NOT_YET = "–";

    private final IncidentsViewModel viewModel;
    private final MendModel mending;
    private final Formats formats;
    private final Navigation navigation;

    @FXML
    private HBox selections;

    @FXML
    private HBox periods;

    @FXML
    private Label means;

    @FXML
    private Label trouble;

    @FXML
    private ListView<IncidentRow> list;

    @FXML
    private Region chosenBox;

    @FXML
    private Region nothing;

    @FXML
    private Label summary;

    @FXML
    private Label facts;

    @FXML
    private Label detect;

    @FXML
    private Label acknowledgeTime;

    @FXML
    private Label repair;

    @FXML
    private MendBox mend;

    @FXML
    private ListView<TimelineLine> timeline;

    @FXML
    private Label timelineNote;

    @FXML
    private TextArea note;

    @FXML
    private Button acknowledge;

    public IncidentsController(
            IncidentsViewModel viewModel, MendModel mending, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        this.mending = mending;
        this.formats = formats;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        for (Selection selection : Selection.values()) {
            selections.getChildren().add(segment(selection.text(), selection, () -> viewModel.select(selection)));
        }
        for (Period period : Period.values()) {
            periods.getChildren().add(segment(period.text(), period, () -> viewModel.look(period)));
        }
        viewModel.selectionProperty().subscribe(it -> mark(selections, it));
        viewModel.periodProperty().subscribe(it -> mark(periods, it));
        viewModel
                .meansProperty()
                .subscribe(it -> means.setText("Mean time to detect " + text(it.detect()) + " · acknowledge "
                        + text(it.acknowledge()) + " · repair " + text(it.repair())));
        trouble.textProperty().bind(viewModel.troubleProperty());
        trouble.visibleProperty().bind(viewModel.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        list.setItems(viewModel.rows());
        list.setCellFactory(_ -> new IncidentCell(formats, viewModel.nowProperty()));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null) {
                viewModel.choose(row);
            }
        });
        viewModel.chosenProperty().subscribe(this::showChosen);
        viewModel.rows().addListener((ListChangeListener<IncidentRow>)
                _ -> showChosen(viewModel.chosenProperty().get()));
        viewModel.nowProperty().addListener(_ -> showFacts());
        mend.bind(mending, navigation);
        timeline.setItems(viewModel.timeline().lines());
        timeline.setCellFactory(_ -> new TimelineCell(formats));
        timelineNote.textProperty().bind(viewModel.timeline().noteProperty());
        note.addEventFilter(KeyEvent.KEY_PRESSED, this::onNoteKey);
    }

    void focus() {
        list.requestFocus();
    }

    void writeNote() {
        note.requestFocus();
    }

    void next() {
        list.getSelectionModel().selectNext();
    }

    void previous() {
        list.getSelectionModel().selectPrevious();
    }

    void openHost() {
        chosen().ifPresent(incident -> navigation.open(new Target.OfHost(incident.host())));
    }

    @FXML
    void onAcknowledge() {
        viewModel.acknowledge(note.getText());
        note.clear();
    }

    @FXML
    private void onAddNote() {
        if (viewModel.addNote(note.getText())) {
            note.clear();
        }
    }

    @FXML
    private void onOpenHost() {
        openHost();
    }

    private void onNoteKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            onAddNote();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            list.requestFocus();
            event.consume();
        }
    }

    private Optional<Incident> chosen() {
        return Optional.ofNullable(viewModel.chosenProperty().get()).map(IncidentRow::incident);
    }

    private void showChosen(@Nullable IncidentRow row) {
        chosenBox.setVisible(row != null);
        nothing.setVisible(row == null);
        if (row != null && list.getSelectionModel().getSelectedItem() != row) {
            list.getSelectionModel().clearAndSelect(viewModel.rows().indexOf(row));
        }
        showFacts();
    }

    private void showFacts() {
        chosen().ifPresent(incident -> {
            Instant now = viewModel.nowProperty().get();
            summary.setText(incident.summary());
            facts.setText("Incident " + incident.id() + " · since " + formats.moment(incident.startedAt(), now) + " · "
                    + incident.resolvedAt()
                            .map(at -> "resolved " + formats.moment(at, now) + " after ")
                            .orElse("open for ")
                    + Formats.duration(Duration.between(
                            incident.startedAt(), incident.resolvedAt().orElse(now))));
            detect.setText(Formats.duration(incident.timeToDetect()));
            acknowledgeTime.setText(text(incident.timeToAcknowledge()));
            repair.setText(text(incident.timeToRepair()));
            acknowledge.setDisable(!viewModel.canAcknowledge());
            acknowledge.setText(incident.acknowledged()
                    .map(ack -> "Acknowledged by " + ack.by())
                    .orElse("Acknowledge"));
        });
    }

    private static String text(Optional<Duration> time) {
        return time.map(Formats::duration).orElse(NOT_YET);
    }

    private static ToggleButton segment(String text, Object value, Runnable action) {
        ToggleButton button = new ToggleButton(text);
        button.setId("incidents-" + text.replace(" ", "").toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().add("segment");
        button.setUserData(value);
        button.setOnAction(_ -> {
            button.setSelected(true);
            action.run();
        });
        return button;
    }

    private static void mark(HBox segments, Object value) {
        segments.getChildren().forEach(node -> ((ToggleButton) node).setSelected(value.equals(node.getUserData())));
    }
}
