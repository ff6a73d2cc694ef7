package org.watchfloor.ui.quiet;

import java.time.DayOfWeek;
import java.util.Locale;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Binds maintenance-form.fxml to its view model. */
public final class MaintenanceFormController {
    private final MaintenanceFormViewModel viewModel;
    private final QuietViewModel screen;

    @FXML
    private Label heading;

    @FXML
    private TextField title;

    @FXML
    private FlowPane kinds;

    @FXML
    private FlowPane days;

    @FXML
    private HBox month;

    @FXML
    private ComboBox<Ordinal> ordinal;

    @FXML
    private ComboBox<DayOfWeek> weekday;

    @FXML
    private TextField rule;

    @FXML
    private HBox begin;

    @FXML
    private TextField from;

    @FXML
    private HBox end;

    @FXML
    private TextField to;

    @FXML
    private HBox length;

    @FXML
    private TextField lasts;

    @FXML
    private HBox left;

    @FXML
    private TextField except;

    @FXML
    private TextField zone;

    @FXML
    private TextField flexible;

    @FXML
    private ComboBox<String> targetKind;

    @FXML
    private TextField targets;

    @FXML
    private Label besides;

    @FXML
    private TextField reason;

    @FXML
    private Label problem;

    @FXML
    private Label trouble;

    @FXML
    private Label next;

    @FXML
    private Button save;

    public MaintenanceFormController(QuietViewModel screen) {
        this.screen = screen;
        viewModel = screen.forms().maintenance();
    }

    @FXML
    private void initialize() {
        title.textProperty().bindBidirectional(viewModel.titleProperty());
        rule.textProperty().bindBidirectional(viewModel.ruleProperty());
        from.textProperty().bindBidirectional(viewModel.fromProperty());
        to.textProperty().bindBidirectional(viewModel.toProperty());
        lasts.textProperty().bindBidirectional(viewModel.lastsProperty());
        zone.textProperty().bindBidirectional(viewModel.zoneProperty());
        flexible.textProperty().bindBidirectional(viewModel.flexibleProperty());
        except.textProperty().bindBidirectional(viewModel.exceptProperty());
        FormParts.targets(viewModel.targets(), targetKind, targets, besides);
        heading.textProperty().bind(viewModel.headingProperty());
        FormParts.trouble(screen.edits(), trouble);
        reason.textProperty().bindBidirectional(viewModel.reasonProperty());
        problem.textProperty().bind(viewModel.problemProperty());
        next.textProperty().bind(viewModel.nextProperty());
        save.disableProperty()
                .bind(viewModel.problemProperty().isNotEmpty().or(screen.edits().busyProperty()));
        choices();
        parts();
    }

    private void choices() {
        ordinal.getItems().setAll(Ordinal.values());
        ordinal.valueProperty().bindBidirectional(viewModel.ordinalProperty());
        weekday.getItems().setAll(DayOfWeek.values());
        weekday.setConverter(new WeekdayText());
        weekday.valueProperty().bindBidirectional(viewModel.weekdayProperty());
        for (WorkKind kind : WorkKind.values()) {
            kinds.getChildren().add(segment(kind));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            days.getChildren().add(segment(day));
        }
        rule.promptTextProperty()
                .bind(viewModel
                        .kindProperty()
                        .map(kind -> kind == WorkKind.CRON ? "0 22 * * fri" : "FREQ=MONTHLY;BYDAY=-1FR"));
    }

    /** Only what the kind asks for is there. */
    private void parts() {
        FormParts.only(days, viewModel.kindProperty().map(kind -> kind == WorkKind.WEEKLY));
        FormParts.only(month, viewModel.kindProperty().map(kind -> kind == WorkKind.MONTHLY));
        FormParts.only(rule, viewModel.kindProperty().map(WorkKind::isWritten));
        FormParts.only(begin, viewModel.kindProperty().map(WorkKind::hasFrom));
        FormParts.only(end, viewModel.kindProperty().map(kind -> kind == WorkKind.ONCE));
        FormParts.only(length, viewModel.kindProperty().map(kind -> kind != WorkKind.ONCE));
        FormParts.only(left, viewModel.kindProperty().map(kind -> kind != WorkKind.ONCE));
    }

    private ToggleButton segment(WorkKind kind) {
        ToggleButton button = new ToggleButton(kind.text());
        button.setId("work-" + kind.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("segment");
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.kindProperty().set(kind);
        });
        viewModel.kindProperty().subscribe(now -> button.setSelected(now == kind));
        return button;
    }

    private ToggleButton segment(DayOfWeek day) {
        ToggleButton button = new ToggleButton(MaintenanceFormViewModel.name(day));
        button.getStyleClass().add("segment");
        button.setOnAction(_ -> {
            if (button.isSelected()) {
                viewModel.days().add(day);
            } else {
                viewModel.days().remove(day);
            }
        });
        viewModel.days().addListener((SetChangeListener<DayOfWeek>)
                _ -> button.setSelected(viewModel.days().contains(day)));
        button.setSelected(viewModel.days().contains(day));
        return button;
    }

    void focus() {
        title.requestFocus();
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
