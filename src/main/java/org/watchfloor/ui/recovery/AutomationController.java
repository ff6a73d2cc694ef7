package org.watchfloor.ui.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.ui.detail.Shown;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Navigation;

/** Binds automation.fxml to its view model: what may begin by itself. */
public final class AutomationController {
    private static final PseudoClass STOPPED = PseudoClass.getPseudoClass("stopped");

    private final AutomationViewModel viewModel;
    private final Formats formats;
    private final Navigation navigation;

    @FXML
    private Label level;

    @FXML
    private Label effect;

    @FXML
    private Label since;

    @FXML
    private Label off;

    @FXML
    private FlowPane services;

    @FXML
    private Button stop;

    @FXML
    private VBox form;

    @FXML
    private HBox choice;

    @FXML
    private ComboBox<String> scope;

    @FXML
    private HBox levels;

    @FXML
    private Label warning;

    @FXML
    private TextField reason;

    @FXML
    private Label problem;

    @FXML
    private Button confirm;

    public AutomationController(AutomationViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        this.formats = formats;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        viewModel.automationProperty().subscribe(_ -> show());
        off.textProperty().bind(viewModel.offProperty());
        Shown.when(off, off.textProperty().isNotEmpty());
        scope.setItems(viewModel.scopes());
        scope.valueProperty().bindBidirectional(viewModel.scopeProperty());
        List<Optional<AutomationLevel>> all = new ArrayList<>();
        for (AutomationLevel one : AutomationLevel.values()) {
            all.add(Optional.of(one));
        }
        all.add(Optional.empty());
        all.forEach(one -> levels.getChildren().add(segment(one)));
        warning.textProperty().bind(viewModel.warningProperty());
        reason.textProperty().bindBidirectional(viewModel.reasonProperty());
        problem.textProperty().bind(viewModel.problemProperty());
        Shown.when(problem, problem.textProperty().isNotEmpty());
        viewModel.formProperty().subscribe(this::showForm);
    }

    private void show() {
        List<AutomationLine> lines = viewModel.lines();
        AutomationLine console = lines.getFirst();
        boolean isStopped = viewModel.automation().stopped();
        level.setText(console.level());
        level.pseudoClassStateChanged(STOPPED, isStopped);
        effect.setText(
                isStopped
                        ? "The kill switch is on: no action begins, whoever asks for it."
                        : LevelWords.effect(viewModel.automation().console()));
        since.setText(console.move().map(this::words).orElse("as it is from the start; nobody has set it"));
        stop.setText(isStopped ? "Let actions begin again" : "Stop all actions");
        services.getChildren().setAll(lines.stream().skip(1).map(this::service).toList());
        services.setVisible(lines.size() > 1);
        services.setManaged(lines.size() > 1);
    }

    private Node service(AutomationLine line) {
        Label name = new Label(line.service().map(Object::toString).orElse("") + ": " + line.level());
        name.getStyleClass().add("strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label who = new Label(line.move().map(this::words).orElse(""));
        who.getStyleClass().add("muted");
        HBox row = new HBox(name, who);
        row.getStyleClass().add("row");
        return row;
    }

    private String words(AutomationMove move) {
        return "set by " + move.by().map(Object::toString).orElse("Watchfloor itself") + ", "
                + formats.moment(move.at(), viewModel.now()) + ": " + move.why();
    }

    private ToggleButton segment(Optional<AutomationLevel> value) {
        String text = value.map(AutomationLevel::name).orElse("as the console");
        ToggleButton button = new ToggleButton(text);
        button.setId("automation-" + text.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        button.getStyleClass().add("segment");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.levelProperty().set(value);
        });
        viewModel.levelProperty().subscribe(now -> button.setSelected(now.equals(value)));
        if (value.isEmpty()) {
            button.disableProperty().bind(viewModel.scopeProperty().isEqualTo(AutomationViewModel.CONSOLE));
        }
        return button;
    }

    private void showForm(Optional<AutomationViewModel.Form> asked) {
        boolean wasOpen = form.isVisible();
        form.setVisible(asked.isPresent());
        form.setManaged(asked.isPresent());
        boolean isLevel =
                asked.filter(one -> one == AutomationViewModel.Form.LEVEL).isPresent();
        choice.setVisible(isLevel);
        choice.setManaged(isLevel);
        asked.ifPresent(one -> {
            confirm.setText(
                    switch (one) {
                        case LEVEL -> "Set the level";
                        case STOP -> "Stop all actions";
                        case LET_GO_ON -> "Let actions begin again";
                    });
            reason.requestFocus();
        });
        if (wasOpen && asked.isEmpty()) {
            stop.requestFocus();
        }
    }

    @FXML
    void onChange() {
        viewModel.ask();
    }

    @FXML
    void onStop() {
        viewModel.askSwitch();
    }

    @FXML
    void onConfirm() {
        viewModel.confirm().ifPresent(navigation::tell);
    }

    @FXML
    void onCancel() {
        viewModel.close();
    }
}
