package org.watchfloor.ui.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LocalText;

/** Binds alert-detail.fxml to the chosen alert: what it rests on, who was told, and why. */
public final class AlertDetailController {
    private final AlertsViewModel viewModel;
    private final Formats formats;
    private Subscription shown = Subscription.EMPTY;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Region content;

    @FXML
    private Region nothing;

    @FXML
    private SeverityMark severity;

    @FXML
    private Label summary;

    @FXML
    private Label facts;

    @FXML
    private Label standing;

    @FXML
    private Label rule;

    @FXML
    private Label condition;

    @FXML
    private Label happened;

    @FXML
    private Label diagnosis;

    @FXML
    private Label description;

    @FXML
    private TextField runbook;

    @FXML
    private FlowPane labels;

    @FXML
    private Label told;

    @FXML
    private Region whyTitle;

    @FXML
    private Label whyNote;

    @FXML
    private VBox why;

    public AlertDetailController(AlertsViewModel viewModel, Formats formats) {
        this.viewModel = viewModel;
        this.formats = formats;
    }

    @FXML
    private void initialize() {
        viewModel.chosenProperty().subscribe(this::watch);
        viewModel.nowProperty().addListener(_ -> showFacts());
        viewModel.why().lines().addListener((ListChangeListener<WhyLine>) _ -> showWhy());
        whyNote.textProperty().bind(viewModel.why().noteProperty());
        whyNote.managedProperty().bind(viewModel.why().noteProperty().isNotEmpty());
    }

    /** Brings the chain of verdicts into sight and gives it the keyboard. */
    void focusWhy() {
        double hidden = content.getHeight() - scroll.getViewportBounds().getHeight();
        double top = whyTitle.getBoundsInParent().getMinY();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.min(1, top / hidden));
        scroll.requestFocus();
    }

    private Optional<Alert> alert() {
        return Optional.ofNullable(viewModel.chosenProperty().get()).map(AlertRow::alert);
    }

    private void watch(@Nullable AlertRow row) {
        shown.unsubscribe();
        nothing.setVisible(row == null);
        scroll.setVisible(row != null);
        scroll.setVvalue(0);
        shown = row == null ? Subscription.EMPTY : row.alertProperty().subscribe(this::show);
        showWhy();
    }

    private void show(Alert alert) {
        severity.show(alert.severity());
        summary.setText(alert.said().summary());
        fill(happened, alert.said().explanation());
        fill(
                diagnosis,
                LocalText.of(
                        alert.said().diagnosis(),
                        formats,
                        viewModel.nowProperty().get()));
        fill(description, alert.said().description());
        runbook.setText(alert.said().runbook());
        runbook.getParent().setVisible(!alert.said().runbook().isEmpty());
        runbook.getParent().setManaged(runbook.getParent().isVisible());
        showRule(alert, viewModel.rule(alert));
        labels.getChildren()
                .setAll(alert.labels().values().entrySet().stream()
                        .map(label -> chip(label.getKey() + "=" + label.getValue()))
                        .toList());
        showFacts();
    }

    private void showRule(Alert alert, Optional<AlertRule> found) {
        condition.setText(found.map(it -> it.test().text()).orElseGet(() -> origin(alert)));
        rule.setText(alert.rule()
                + found.map(it -> (it.hold().isZero() ? "" : ", for " + Formats.duration(it.hold()))
                                + (it.isBuiltIn() ? ", built in" : ", " + it.place()))
                        .orElse(""));
    }

    private static String origin(Alert alert) {
        return switch (alert.subject().kind()) {
            case OUTSIDE -> "raised by another program";
            case OBSERVER -> "targets fail and nobody vouches for the way there";
            case CHANNEL -> "the channel fails, or gave a notice up";
            case CHECK, HOST, GROUP, SERVICE, SITE -> "not configured any more";
        };
    }

    private void showFacts() {
        Instant now = viewModel.nowProperty().get();
        alert().ifPresent(alert -> {
            facts.setText("Alert " + alert.id() + " · since " + formats.moment(alert.since(), now) + " · "
                    + Formats.duration(
                            Duration.between(alert.since(), alert.endedAt().orElse(now))));
            Standing stands = Standing.of(alert, viewModel.hold(alert), formats, now);
            standing.setText(stands.text());
            standing.getStyleClass().setAll("label", "strong", StandingCell.styleClass(stands.kind()));
        });
    }

    private void showWhy() {
        Instant now = viewModel.nowProperty().get();
        why.getChildren()
                .setAll(viewModel.why().lines().stream()
                        .map(line -> new WhyEntry(line, formats, now))
                        .toList());
        fill(told, ToldWhen.of(viewModel.why().lines(), formats, now));
    }

    /** A fact without a value is not shown, nor is its name. */
    private static void fill(Label label, String text) {
        label.setText(text);
        label.getParent().setVisible(!text.isEmpty());
        label.getParent().setManaged(!text.isEmpty());
    }

    private static Label chip(String text) {
        Label chip = new Label(text);
        chip.getStyleClass().add("chip");
        return chip;
    }
}
