package org.watchfloor.ui.recovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.watchfloor.model.IncidentId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.ui.detail.SafeText;
import org.watchfloor.ui.detail.Shown;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LocalText;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;

/** Binds action-detail.fxml to the chosen action. */
public final class ActionDetailController {
    private static final int LONGEST = 2_000;

    private final ActionsViewModel viewModel;
    private final ActionDetailModel detail;
    private final Formats formats;
    private final Navigation navigation;
    private final List<StepBox> boxes = new ArrayList<>();
    private Optional<ActionId> shown = Optional.empty();

    @FXML
    private Region nothing;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Label title;

    @FXML
    private Label target;

    @FXML
    private ActionMark mark;

    @FXML
    private Label times;

    @FXML
    private Label said;

    @FXML
    private Label cause;

    @FXML
    private Label given;

    @FXML
    private Hyperlink incident;

    @FXML
    private Button cancel;

    @FXML
    private Button rollBack;

    @FXML
    private Label hindrance;

    @FXML
    private Label refusal;

    @FXML
    private VBox asking;

    @FXML
    private Label question;

    @FXML
    private FlowPane answers;

    @FXML
    private Label note;

    @FXML
    private VBox steps;

    public ActionDetailController(ActionsViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        detail = viewModel.detail();
        this.formats = formats;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        detail.lineProperty().subscribe(this::show);
        detail.questionProperty().subscribe(this::ask);
        detail.steps().addListener((ListChangeListener<StepLine>) _ -> showSteps());
        cancel.textProperty()
                .bind(Bindings.when(detail.armedProperty())
                        .then("Press again to cancel")
                        .otherwise("Cancel"));
        rollBack.textProperty()
                .bind(Bindings.when(detail.armedProperty())
                        .then("Press again to roll back")
                        .otherwise("Roll back"));
        refusal.textProperty().bind(detail.refusalProperty());
        Shown.when(refusal, refusal.textProperty().isNotEmpty());
        detail.hindranceProperty().subscribe(_ -> showRollBack());
        note.textProperty().bind(detail.noteProperty());
        Shown.when(note, note.textProperty().isNotEmpty());
        showSteps();
    }

    private void show(Optional<ActionLine> line) {
        nothing.setVisible(line.isEmpty());
        scroll.setVisible(line.isPresent());
        if (!shown.equals(line.map(it -> it.action().id()))) {
            shown = line.map(it -> it.action().id());
            scroll.setVvalue(0);
        }
        line.ifPresent(this::show);
    }

    private void show(ActionLine line) {
        Action action = line.action();
        Instant now = viewModel.now();
        title.setText(action.title());
        target.setText("on " + line.where());
        mark.show(action.status());
        String length = line.length();
        times.setText("Action " + action.id() + " · asked for " + formats.moment(action.asked(), now)
                + (length.isEmpty() ? "" : " · " + length + (line.isRunning() ? " so far" : "")));
        said.setText(LocalText.of(SafeText.line(line.stage(), LONGEST), formats, now));
        cause.setText(
                switch (action.cause()) {
                    case Cause.ByHand byHand -> "Begun by " + byHand;
                    case Cause.ByItself(var failure) -> "Began by itself because of failure " + failure;
                });
        Shown.text(given, given(action));
        Shown.text(incident, action.incident().map(id -> "Incident " + id).orElse(""));
        cancel.setVisible(line.isRunning());
        cancel.setManaged(line.isRunning());
        showRollBack();
    }

    /** Of what was refused nothing can be undone, so nothing is said. */
    private void showRollBack() {
        boolean isDone = action().filter(Action::isOver)
                .filter(one -> one.status() != Status.REFUSED)
                .isPresent();
        rollBack.setVisible(detail.canRollBack());
        rollBack.setManaged(detail.canRollBack());
        Shown.text(
                hindrance,
                isDone && !detail.canRollBack()
                        ? "Cannot be rolled back: " + detail.hindranceProperty().get()
                        : "");
    }

    private static String given(Action action) {
        return action.given().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(one -> one.getKey() + ": " + SafeText.line(one.getValue(), LONGEST))
                .collect(Collectors.joining("\n"));
    }

    private void ask(Optional<Question> asked) {
        asking.setVisible(asked.isPresent());
        asking.setManaged(asked.isPresent());
        question.setText(asked.map(Question::text).orElse(""));
        answers.getChildren()
                .setAll(asked.map(Question::answers).orElse(List.of()).stream()
                        .map(this::answer)
                        .toList());
    }

    private Button answer(String answer) {
        Button button = new Button(answer);
        button.getStyleClass().addAll("small-button", "call");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            detail.answer(answer);
            navigation.tell("Answered: " + answer);
        });
        return button;
    }

    private void showSteps() {
        while (boxes.size() < detail.steps().size()) {
            boxes.add(new StepBox(formats));
        }
        while (boxes.size() > detail.steps().size()) {
            boxes.removeLast();
        }
        if (!steps.getChildren().equals(boxes)) {
            steps.getChildren().setAll(boxes);
        }
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).show(detail.steps().get(i), viewModel.now());
        }
    }

    @FXML
    void onCancel() {
        detail.cancel().ifPresent(navigation::tell);
    }

    @FXML
    void onRollBack() {
        detail.rollBack();
    }

    @FXML
    void onOpenHost() {
        action().ifPresent(
                        one -> navigation.open(new Target.OfCheck(one.target().check())));
    }

    @FXML
    void onIncident() {
        Optional<IncidentId> id = action().flatMap(Action::incident);
        id.ifPresent(one -> navigation.open(new Target.OfIncident(one)));
        incident.setVisited(false);
    }

    private Optional<Action> action() {
        return detail.lineProperty().get().map(ActionLine::action);
    }
}
