package org.watchfloor.ui.rules;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.watchfloor.engine.hygiene.Finding;
import org.watchfloor.engine.hygiene.Remedy;
import org.watchfloor.ui.fx.LinesCell;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.TableColumns;
import org.watchfloor.ui.fx.UnsavedStrip;

/** Binds rules.fxml to its view model: the list, and what deserves a look. */
public final class RulesController {
    private final RulesViewModel viewModel;
    private final Navigation navigation;

    @FXML
    private TableView<RuleRow> rules;

    @FXML
    private TableColumn<RuleRow, RuleRow> severity;

    @FXML
    private TableColumn<RuleRow, RuleRow> name;

    @FXML
    private TableColumn<RuleRow, RuleRow> condition;

    @FXML
    private TableColumn<RuleRow, String> firing;

    @FXML
    private UnsavedStrip unsaved;

    @FXML
    private Label teaching;

    @FXML
    private Label inspected;

    @FXML
    private TableView<Finding> findings;

    @FXML
    private TableColumn<Finding, Finding> why;

    @FXML
    private TableColumn<Finding, Finding> remedy;

    public RulesController(RulesViewModel viewModel, Navigation navigation) {
        this.viewModel = viewModel;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        rules.setItems(viewModel.rows());
        show(severity, RuleSeverityCell::new);
        show(name, () -> new LinesCell<>(RuleRow::id, RulesController::source));
        show(condition, () -> new LinesCell<>(RuleRow::condition, RuleRow::on));
        TableColumns.figure(firing, row -> row.firing() == 0 ? "" : Long.toString(row.firing()));
        rules.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                viewModel.choose(row.id());
            }
        });
        viewModel.draft().idProperty().subscribe(this::select);
        viewModel.draft().standingProperty().subscribe(this::select);
        viewModel.rows().subscribe(this::select);
        teaching.textProperty().bind(viewModel.teachingProperty());
        teaching.visibleProperty().bind(viewModel.teachingProperty().isNotEmpty());
        teaching.managedProperty().bind(teaching.visibleProperty());
        viewModel.draft().kept().keys().subscribe(this::showUnsaved);
        findings.setItems(viewModel.findings());
        show(why, () -> new LinesCell<>(finding -> finding.rule() + ": " + kind(finding), Finding::why));
        show(remedy, () -> new RemedyCell(this::mend));
        viewModel.inspectedProperty().subscribe(said -> Sayings.show(inspected, said));
    }

    private void showUnsaved() {
        KeptDrafts kept = viewModel.draft().kept();
        unsaved.show(kept.keys().stream()
                .map(key -> new UnsavedStrip.Left(kept.words(key), () -> viewModel.resume(key)))
                .toList());
    }

    private static String source(RuleRow row) {
        return row.source() + (row.enabled() ? "" : " · switched off");
    }

    private static String kind(Finding finding) {
        return finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static <R> void show(TableColumn<R, R> column, Supplier<TableCell<R, R>> cell) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell.get());
    }

    /** The list shows which rule lies in the editor. */
    private void select() {
        DraftViewModel draft = viewModel.draft();
        if (draft.standingProperty().get() != Standing.SAVED) {
            rules.getSelectionModel().clearSelection();
            return;
        }
        RuleRow chosen = rules.getSelectionModel().getSelectedItem();
        String id = draft.idProperty().get();
        if (chosen == null || !chosen.id().equals(id)) {
            viewModel.rows().stream()
                    .filter(row -> row.id().equals(id))
                    .findFirst()
                    .ifPresent(row -> {
                        rules.getSelectionModel().select(row);
                        rules.scrollTo(row);
                    });
        }
    }

    private void mend(Finding finding) {
        viewModel.mend(finding);
        switch (finding.remedy()) {
            case Remedy.EndSilence end -> {
                navigation.tell("End " + end.silence() + " among the silences");
                navigation.goTo("silences");
            }
            case Remedy.Merge merge ->
                navigation.tell("Delete takes " + finding.rule() + " away; " + merge.with() + " says the same");
            case Remedy.Limit _, Remedy.Hold _, Remedy.Lower _, Remedy.SwitchOff _ ->
                navigation.tell("Put into the draft of " + finding.rule() + "; nothing is saved yet");
        }
    }

    void focus() {
        rules.requestFocus();
    }

    boolean isInList() {
        return rules.isFocused();
    }

    @FXML
    void onNew() {
        viewModel.create();
    }

    @FXML
    void onUndo() {
        viewModel.draft().undo();
    }

    @FXML
    void onInspect() {
        viewModel.inspect();
    }
}
