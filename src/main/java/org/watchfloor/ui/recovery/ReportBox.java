package org.watchfloor.ui.recovery;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureType;
import org.watchfloor.ui.detail.Shown;
import org.watchfloor.ui.fx.Navigation;

/** A link, and the form behind it, to say that something fails which no check sees. FX thread only. */
final class ReportBox extends VBox {
    private final ReportModel model;
    private final Label reported = new Label();
    private final Hyperlink ask = new Hyperlink();
    private final ComboBox<FailureType> type = new ComboBox<>();
    private final TextField text = new TextField();
    private final Button confirm = new Button();
    private final VBox form = new VBox();

    ReportBox(ReportModel model, Navigation navigation) {
        this.model = model;
        setId("report");
        getStyleClass().add("stack");
        reported.setId("report-open");
        reported.setWrapText(true);
        reported.setMinHeight(USE_PREF_SIZE);
        reported.getStyleClass().add("strong");
        ask.setId("report-ask");
        ask.setOnAction(_ -> {
            ask.setVisited(false);
            model.ask();
        });
        fillForm(navigation);
        getChildren().addAll(reported, ask, form);
        model.subjectProperty().subscribe(this::show);
        model.askingProperty().subscribe(isAsking -> {
            form.setVisible(isAsking);
            form.setManaged(isAsking);
        });
    }

    /** To be called once the form is to be seen. */
    void begin() {
        text.requestFocus();
    }

    private void fillForm(Navigation navigation) {
        type.setId("report-type");
        type.getItems().setAll(FailureType.values());
        type.setConverter(new Words());
        type.setAccessibleText("What kind of failure it is");
        type.valueProperty().bindBidirectional(model.typeProperty());
        text.setId("report-text");
        text.textProperty().bindBidirectional(model.textProperty());
        text.setOnAction(_ -> model.confirm(navigation::tell));
        confirm.setId("report-confirm");
        confirm.getStyleClass().addAll("small-button", "call");
        confirm.setMinWidth(USE_PREF_SIZE);
        confirm.setOnAction(_ -> model.confirm(navigation::tell));
        Button cancel = new Button("Cancel");
        cancel.setId("report-cancel");
        cancel.getStyleClass().add("small-button");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.close());
        HBox row = new HBox(confirm, cancel);
        row.getStyleClass().add("row");
        Label problem = new Label();
        problem.setId("report-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.getStyleClass().add("problem");
        problem.textProperty().bind(model.problemProperty());
        Shown.when(problem, problem.textProperty().isNotEmpty());
        form.getStyleClass().add("gate-form");
        form.getChildren().addAll(type, text, row, problem);
    }

    private void show(ReportModel.Subject subject) {
        switch (subject) {
            case ReportModel.Subject.Nothing _ -> show("", "", "");
            case ReportModel.Subject.Sound _ -> show("Something fails that no check sees", "", "Put on record");
            case ReportModel.Subject.Reported(Failure failure) ->
                show(FailureWords.of(failure), "It is over", "It is over");
        }
        boolean isNew = subject instanceof ReportModel.Subject.Sound;
        type.setVisible(isNew);
        type.setManaged(isNew);
        text.setPromptText(isNew ? "What is it? The next shift reads it" : "How do you know? The next shift reads it");
        text.setAccessibleText(text.getPromptText());
    }

    private void show(String open, String link, String button) {
        Shown.text(reported, open);
        Shown.text(ask, link);
        confirm.setText(button);
    }

    private static final class Words extends StringConverter<FailureType> {
        @Override
        public String toString(FailureType kind) {
            return kind == null ? "" : kind.text();
        }

        @Override
        public FailureType fromString(String words) {
            throw new UnsupportedOperationException("kinds are chosen, not typed");
        }
    }
}
