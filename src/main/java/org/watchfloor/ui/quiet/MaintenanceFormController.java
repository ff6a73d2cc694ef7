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
    private final WorkFields fields;
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
        fields = viewModel.fields();
    }

    @FXML
    private void initialize() {
        title.textProperty().bindBidirectional(fields.titleProperty());
        rule.textProperty().bindBidirectional(fields.ruleProperty());
        from.textProperty().bindBidirectional(fields.fromProperty());
        to.textProperty().bindBidirectional(fields.toProperty());
        lasts.textProperty().bindBidirectional(fields.lastsProperty());
        zone.textProperty().bindBidirectional(fields.zoneProperty());
        flexible.textProperty().bindBidirectional(fields.flexibleProperty());
        except.textProperty().bindBidirectional(fields.exceptProperty());
        FormParts.targets(fields.targets(), targetKind, targets, besides);
        heading.textProperty().bind(viewModel.headingProperty());
        FormParts.trouble(screen.edits(), trouble);
        reason.textProperty().bindBidirectional(fields.reasonProperty());
        problem.textProperty().bind(viewModel.problemProperty());
        next.textProperty().bind(viewModel.nextProperty());
        save.disableProperty()
                .bind(viewModel.problemProperty().isNotEmpty().or(screen.edits().busyProperty()));
        choices();
        parts();
    }

    private void choices() {
        ordinal.getItems().setAll(Ordinal.values());
        ordinal.valueProperty().bindBidirectional(fields.ordinalProperty());
        weekday.getItems().setAll(DayOfWeek.values());
        weekday.setConverter(new WeekdayText());
        weekday.valueProperty().bindBidirectional(fields.weekdayProperty());
        for (WorkKind kind : WorkKind.values()) {
            kinds.getChildren().add(segment(kind));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            days.getChildren().add(segment(day));
        }
        rule.promptTextProperty()
                .bind(fields.kindProperty()
                        .map(kind -> kind == WorkKind.CRON ? "0 22 * * fri" : "FREQ=MONTHLY;BYDAY=-1FR"));
    }

    /** Only what the kind asks for is there. */
    private void parts() {
        FormParts.only(days, fields.kindProperty().map(kind -> kind == WorkKind.WEEKLY));
        FormParts.only(month, fields.kindProperty().map(kind -> kind == WorkKind.MONTHLY));
        FormParts.only(rule, fields.kindProperty().map(WorkKind::isWritten));
        FormParts.only(begin, fields.kindProperty().map(WorkKind::hasFrom));
        FormParts.only(end, fields.kindProperty().map(kind -> kind == WorkKind.ONCE));
        FormParts.only(length, fields.kindProperty().map(kind -> kind != WorkKind.ONCE));
        FormParts.only(left, fields.kindProperty().map(kind -> kind != WorkKind.ONCE));
    }

    private ToggleButton segment(WorkKind kind) {
        ToggleButton button = new ToggleButton(kind.text());
        button.setId("work-" + kind.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("segment");
        button.setOnAction(_ -> {
            button.setSelected(true);
            fields.kindProperty().set(kind);
        });
        fields.kindProperty().subscribe(now -> button.setSelected(now == kind));
        return button;
    }

    private ToggleButton segment(DayOfWeek day) {
        ToggleButton button = new ToggleButton(MaintenanceFormViewModel.name(day));
        button.getStyleClass().add("segment");
        button.setOnAction(_ -> {
            if (button.isSelected()) {
                fields.days().add(day);
            } else {
                fields.days().remove(day);
            }
        });
        fields.days().addListener((SetChangeListener<DayOfWeek>)
                _ -> button.setSelected(fields.days().contains(day)));
        button.setSelected(fields.days().contains(day));
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
