package org.watchfloor.ui.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.watchfloor.engine.DryRun;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.ui.detail.SafeText;
import org.watchfloor.ui.detail.Shown;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;

/** Binds recovery-run.fxml to its view model: a runbook before it begins. */
public final class RunController {
    private static final int MOST_REACHED = 12;
    private static final int MOST_OBSTACLES = 4;
    private static final int LONGEST_OBSTACLE = 300;

    private final RunViewModel viewModel;
    private final Formats formats;
    private final Navigation navigation;
    private List<DryRun.Shown> steps = List.of();
    private List<DryRun.Shown> rollback = List.of();

    @FXML
    private Region nothing;

    @FXML
    private Region all;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Label title;

    @FXML
    private Label about;

    @FXML
    private TextField words;

    @FXML
    private ListView<TargetLine> targets;

    @FXML
    private FlowPane parameters;

    @FXML
    private VBox guards;

    @FXML
    private Label reach;

    @FXML
    private VBox planned;

    @FXML
    private Region undoing;

    @FXML
    private Label undoTitle;

    @FXML
    private VBox undone;

    @FXML
    private Label proof;

    @FXML
    private Region dangerous;

    @FXML
    private TextField typed;

    @FXML
    private Region twoPersons;

    @FXML
    private TextField person;

    @FXML
    private PasswordField pin;

    @FXML
    private Label obstacles;

    @FXML
    private Label refusal;

    @FXML
    private Button begin;

    public RunController(RunViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        this.formats = formats;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        words.textProperty().bindBidirectional(viewModel.wordsProperty());
        targets.setItems(viewModel.targets());
        targets.setCellFactory(_ -> new TargetCell());
        targets.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                viewModel.aim(line.target().check());
            }
        });
        viewModel.targets().addListener((ListChangeListener<TargetLine>) _ -> select());
        viewModel.checkProperty().subscribe(_ -> select());
        viewModel.fields().addListener((ListChangeListener<ParameterField>) _ -> showFields());
        viewModel.runbookProperty().subscribe(this::show);
        viewModel.checkProperty().subscribe(_ -> showDanger());
        viewModel.dryRunProperty().subscribe(dry -> dry.ifPresent(it -> showDryRun(it, viewModel.now())));
        Confirmation confirmation = viewModel.confirmation();
        typed.textProperty().bindBidirectional(confirmation.typedProperty());
        person.textProperty().bindBidirectional(confirmation.personProperty());
        pin.textProperty().bindBidirectional(confirmation.pinProperty());
        obstacles.textProperty().bind(viewModel.obstaclesProperty().map(RunController::words));
        Shown.when(obstacles, obstacles.textProperty().isNotEmpty());
        refusal.textProperty().bind(viewModel.refusalProperty());
        Shown.when(refusal, refusal.textProperty().isNotEmpty());
        begin.disableProperty()
                .bind(viewModel.busyProperty().or(obstacles.textProperty().isNotEmpty()));
        begin.textProperty()
                .bind(Bindings.when(viewModel.busyProperty())
                        .then("Beginning …")
                        .otherwise("Begin"));
        viewModel.begunProperty().subscribe(id -> id.ifPresent(one -> navigation.open(new Target.OfAction(one))));
        showFields();
    }

    private void show(Optional<Runbook> runbook) {
        nothing.setVisible(runbook.isEmpty());
        all.setVisible(runbook.isPresent());
        scroll.setVvalue(0);
        runbook.ifPresent(it -> {
            title.setText(it.title());
            about.setText(
                    "For " + it.scope().text() + " · " + it.guards().budget().text() + " · written in "
                            + it.place().file() + ":" + it.place().line());
            proof.setText(it.plan().proof().text());
        });
        showDanger();
    }

    private void showDanger() {
        boolean isDangerous = viewModel
                .runbookProperty()
                .get()
                .filter(it -> it.guards().dangerous())
                .isPresent();
        boolean needsTwo = viewModel
                .runbookProperty()
                .get()
                .filter(it -> it.guards().twoPersons())
                .isPresent();
        only(dangerous, isDangerous && viewModel.checkProperty().get().isPresent());
        only(twoPersons, needsTwo);
    }

    private static String words(List<String> obstacles) {
        String shown = obstacles.stream()
                .limit(MOST_OBSTACLES)
                .map(one -> "✗ " + SafeText.line(one, LONGEST_OBSTACLE))
                .collect(Collectors.joining("\n"));
        int more = obstacles.size() - MOST_OBSTACLES;
        return more > 0 ? shown + "\nand " + more + " more" : shown;
    }

    private static void only(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void showFields() {
        parameters
                .getChildren()
                .setAll(viewModel.fields().stream().map(FieldBox::new).toList());
        only(parameters, !viewModel.fields().isEmpty());
    }

    private void select() {
        Optional<CheckId> check = viewModel.checkProperty().get();
        viewModel.targets().stream()
                .filter(line -> check.equals(Optional.of(line.target().check())))
                .findFirst()
                .ifPresent(targets.getSelectionModel()::select);
    }

    private String reach(DryRun dry) {
        String services = viewModel.services().stream().map(ServiceId::toString).collect(Collectors.joining(", "));
        String served = services.isEmpty() ? "" : "Serves " + services + ". ";
        if (dry.reach().isEmpty()) {
            return served + "Nothing lies behind it, as far as the configuration knows.";
        }
        int more = dry.reach().size() - MOST_REACHED;
        return served + "Also touches what lies behind it: "
                + dry.reach().stream()
                        .limit(MOST_REACHED)
                        .map(CheckId::toString)
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private void showDryRun(DryRun dry, Instant now) {
        guards.getChildren()
                .setAll(dry.guards().stream()
                        .map(guard -> new GuardLine(guard, formats, now))
                        .toList());
        reach.setText(reach(dry));
        if (!dry.steps().equals(steps)) {
            steps = dry.steps();
            planned.getChildren().setAll(nodes(steps));
        }
        if (!dry.rollback().equals(rollback)) {
            rollback = dry.rollback();
            undone.getChildren().setAll(nodes(rollback));
        }
        only(undoing, !rollback.isEmpty());
        undoTitle.setText(
                viewModel
                                .runbookProperty()
                                .get()
                                .flatMap(it -> it.plan().rollback())
                                .filter(back -> back.automatic())
                                .isPresent()
                        ? "UNDONE BY ITSELF IF IT DOES NOT HELP"
                        : "TO UNDO IT");
    }

    private static List<PlannedStep> nodes(List<DryRun.Shown> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> new PlannedStep(i + 1, steps.get(i)))
                .toList();
    }

    void focus() {
        targets.requestFocus();
    }

    @FXML
    void onBegin() {
        viewModel.begin();
    }

    @FXML
    void onOpenTarget() {
        viewModel.checkProperty().get().ifPresent(check -> navigation.open(new Target.OfCheck(check)));
    }
}
