package org.watchfloor.ui.detail;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.StateMark;
import org.watchfloor.ui.recovery.MendBox;
import org.watchfloor.ui.recovery.MendModel;

/** Binds host-detail.fxml to its view model; holds no logic. */
public final class HostDetailController {
    private final HostViewModel viewModel;
    private final HostCommands commands;
    private final MendModel mending;
    private final Navigation navigation;

    @FXML
    private StateMark mark;

    @FXML
    private Label since;

    @FXML
    private Hyperlink incident;

    @FXML
    private RemarkLines remarks;

    @FXML
    private Button checkNow;

    @FXML
    private Button diagnose;

    @FXML
    private Button pause;

    @FXML
    private Button resume;

    @FXML
    private Button acknowledge;

    @FXML
    private Button report;

    @FXML
    private Label address;

    @FXML
    private Label group;

    @FXML
    private Label tags;

    @FXML
    private Label place;

    @FXML
    private RelatedLinks parents;

    @FXML
    private Label parentsLabel;

    @FXML
    private ListView<CheckRow> checks;

    @FXML
    private MendBox mend;

    @FXML
    private Node gone;

    @FXML
    private Node about;

    @FXML
    private Node past;

    HostDetailController(HostViewModel viewModel, HostCommands commands, MendModel mending, Navigation navigation) {
        this.viewModel = viewModel;
        this.commands = commands;
        this.mending = mending;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        CheckLists.bind(checks, viewModel.rows());
        checks.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                viewModel.selectedProperty().set(Optional.of(row.check()));
            }
        });
        CheckLists.passOn(checks, KeyCode.ENTER, KeyCode.ESCAPE);
        viewModel.selectedProperty().subscribe(this::select);
        viewModel.headProperty().subscribe(this::show);
        mend.bind(mending, navigation);
        Shown.when(report, mending.sound());
        Shown.when(gone, viewModel.goneProperty());
        Shown.when(about, viewModel.goneProperty().not());
        Shown.when(past, viewModel.goneProperty().not());
    }

    /** Brings up to date what no property tells. */
    void refresh() {
        select(viewModel.selectedProperty().get());
        offer(checkNow, commands.checkNow());
        offer(diagnose, commands.diagnose());
        offer(acknowledge, commands.acknowledge());
        offer(pause, commands.pause());
        offer(resume, commands.resume());
    }

    private void select(Optional<CheckId> check) {
        check.flatMap(id -> viewModel.rows().stream()
                        .filter(row -> row.check().equals(id))
                        .findFirst())
                .ifPresent(checks.getSelectionModel()::select);
    }

    private void show(HostHead head) {
        mark.show(head.state());
        since.setText(head.since());
        Shown.text(incident, head.incident());
        remarks.show(head.remarks(), navigation::open);
        address.setText(head.address());
        group.setText(head.group().isEmpty() ? "–" : head.group());
        Shown.text(tags, head.tags());
        place.setText(head.place());
        parents.show(head.parents(), navigation::open);
        for (Node part : new Node[] {parents, parentsLabel}) {
            part.setVisible(!head.parents().isEmpty());
            part.setManaged(!head.parents().isEmpty());
        }
    }

    private static void offer(Button button, Command command) {
        button.setVisible(command.isPossible());
        button.setManaged(command.isPossible());
    }

    @FXML
    private void onCheckNow() {
        commands.checkNow().run();
    }

    @FXML
    private void onDiagnose() {
        commands.diagnose().run();
    }

    @FXML
    private void onPause() {
        commands.pause().run();
    }

    @FXML
    private void onResume() {
        commands.resume().run();
    }

    @FXML
    private void onReport() {
        mending.askForReport();
    }

    @FXML
    private void onIncident() {
        commands.openIncident().run();
        incident.setVisited(false);
    }

    @FXML
    private void onAcknowledge() {
        commands.acknowledge().run();
    }
}
