package org.watchfloor.ui.quiet;

import java.time.Duration;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.watchfloor.alert.Silence;
import org.watchfloor.ui.fx.Formats;

/** Binds silence-form.fxml to its view model. */
public final class SilenceFormController {
    private final SilenceFormViewModel viewModel;
    private final QuietViewModel screen;

    @FXML
    private TextArea matchers;

    @FXML
    private Label heading;

    @FXML
    private Label trouble;

    @FXML
    private Label problem;

    @FXML
    private Label mutesNow;

    @FXML
    private Label wouldHave;

    @FXML
    private FlowPane lengths;

    @FXML
    private TextField from;

    @FXML
    private TextField until;

    @FXML
    private TextField reason;

    @FXML
    private Button save;

    public SilenceFormController(QuietViewModel screen) {
        this.screen = screen;
        viewModel = screen.forms().silence();
    }

    @FXML
    private void initialize() {
        matchers.textProperty().bindBidirectional(viewModel.matchersProperty());
        from.textProperty().bindBidirectional(viewModel.fromProperty());
        until.textProperty().bindBidirectional(viewModel.untilProperty());
        reason.textProperty().bindBidirectional(viewModel.reasonProperty());
        problem.textProperty().bind(viewModel.problemProperty());
        heading.textProperty().bind(viewModel.headingProperty());
        FormParts.trouble(screen.edits(), trouble);
        mutesNow.textProperty().bind(viewModel.mutesNowProperty());
        wouldHave.textProperty().bind(viewModel.wouldHaveProperty());
        save.disableProperty()
                .bind(viewModel.problemProperty().isNotEmpty().or(screen.edits().busyProperty()));
        Silence.PRESETS.forEach(length -> lengths.getChildren().add(preset(length)));
        viewModel.lengthProperty().subscribe(this::mark);
        viewModel.untilProperty().subscribe(this::mark);
        mark();
    }

    private ToggleButton preset(Duration length) {
        ToggleButton button = new ToggleButton(Formats.roughly(length));
        button.setId("silence-for-" + Formats.roughly(length).replace(" ", ""));
        button.getStyleClass().add("segment");
        button.setUserData(length);
        button.setOnAction(_ -> {
            viewModel.last(length);
            mark();
        });
        return button;
    }

    private void mark() {
        lengths.getChildren()
                .forEach(node -> ((ToggleButton) node)
                        .setSelected(viewModel.untilProperty().get().isBlank()
                                && viewModel.lengthProperty().get().equals(node.getUserData())));
    }

    void focus() {
        matchers.requestFocus();
        matchers.end();
    }

    @FXML
    private void onSave() {
        screen.forms().save();
    }

    @FXML
    private void onCancel() {
        screen.forms().close();
    }
}
