package org.watchfloor.ui.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.RuleDraft;
import org.watchfloor.config.EntryText;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.backtest.Question;
import org.watchfloor.engine.hygiene.Finding;
import org.watchfloor.engine.hygiene.Inspection;
import org.watchfloor.engine.hygiene.Remedy;
import org.watchfloor.ui.fx.LatestReply;

/** The rules in force, which of them is looked at, and which deserve a look. FX thread only; knows no control. */
public final class RulesViewModel {
    static final String TEACHING = "No rule of your own yet: what is listed comes with the program. A rule says when"
            + " somebody is to be told; one of your own is laid beside these or over one of them.";
    private static final Duration PAST = Duration.ofDays(30);

    private final DraftViewModel draft;
    private final TrialViewModel trial;
    private final Inspection inspection;
    private final LatestReply<List<Finding>> reply;
    private final ObservableList<RuleRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RuleRow> shownRows = FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ObservableList<Finding> shownFindings = FXCollections.unmodifiableObservableList(findings);
    private final ReadOnlyStringWrapper teaching = new ReadOnlyStringWrapper(this, "teaching", "");
    private final ReadOnlyObjectWrapper<Said> inspected = new ReadOnlyObjectWrapper<>(this, "inspected", Said.NOTHING);
    private AlertPolicy policy = AlertPolicy.NONE;
    private String words = "";
    private @Nullable Snapshot newest;

    public RulesViewModel(DraftViewModel draft, TrialViewModel trial, Inspection inspection, Executor fx) {
        this.draft = draft;
        this.trial = trial;
        this.inspection = inspection;
        reply = new LatestReply<>(fx);
    }

    public void show(Snapshot snapshot) {
        boolean isFirst = newest == null;
        newest = snapshot;
        AlertPolicy next = snapshot.site().section(AlertPolicy.class).orElse(AlertPolicy.NONE);
        boolean isReloaded = !next.rules().equals(policy.rules());
        policy = next;
        list();
        teaching.set(next.rules().stream().allMatch(AlertRule::isBuiltIn) ? TEACHING : "");
        if (isReloaded) {
            renew();
        }
        if (isFirst) {
            inspect();
        }
    }

    private void renew() {
        if (draft.standingProperty().get() == Standing.SAVED) {
            policy.rule(draft.idProperty().get()).ifPresentOrElse(draft::renewed, draft::gone);
        }
    }

    /** Lists the rules that hold all these words. */
    void filter(String text) {
        words = text;
        list();
    }

    private void list() {
        Map<String, Long> firing = firing();
        List<RuleRow> fresh = policy.rules().stream()
                .map(rule -> RuleWords.row(rule, firing.getOrDefault(rule.id(), 0L)))
                .filter(row -> row.holds(words))
                .toList();
        List<String> before = rows.stream().map(RuleRow::id).toList();
        if (before.equals(fresh.stream().map(RuleRow::id).toList())) {
            IntStream.range(0, fresh.size())
                    .filter(i -> !rows.get(i).equals(fresh.get(i)))
                    .forEach(i -> rows.set(i, fresh.get(i)));
        } else {
            rows.setAll(fresh);
        }
    }

    private Map<String, Long> firing() {
        return newest == null
                ? Map.of()
                : newest.state()
                        .alerting()
                        .book()
                        .all()
                        .filter(alert -> alert.isOfRule() && alert.status() == Alert.Status.FIRING)
                        .collect(Collectors.groupingBy(Alert::rule, Collectors.counting()));
    }

    /** Another rule is looked at; what was found out about the one before is forgotten. */
    void choose(String id) {
        boolean isHere = draft.standingProperty().get() == Standing.SAVED
                && draft.idProperty().get().equals(id);
        if (!isHere) {
            trial.clear();
            policy.rule(id).ifPresent(draft::open);
        }
    }

    /** Goes on with what was typed and not saved. */
    void resume(String key) {
        if (key.equals(KeptDrafts.NEW)) {
            create();
        } else if (policy.rule(key).isPresent()) {
            choose(key);
        } else {
            trial.clear();
            draft.createAgain(key);
        }
    }

    void create() {
        trial.clear();
        draft.create();
    }

    /** Takes the draft, or the saved rule if nothing was changed, through the past. */
    void backtest() {
        Snapshot now = newest;
        if (now == null || draft.standingProperty().get() == Standing.NONE) {
            return;
        }
        String id = draft.idProperty().get();
        Optional<AlertRule> saved = policy.rule(id);
        if (!draft.dirtyProperty().get() && saved.isPresent()) {
            trial.start(Question.ofSaved(now.site(), saved.get(), now.at(), trial.since()));
        } else {
            backtest(now, id.isEmpty() ? "draft" : id, saved);
        }
    }

    private void backtest(Snapshot now, String id, Optional<AlertRule> saved) {
        Site site = now.site();
        switch (RuleDraft.read(id, draft.textProperty().get())) {
            case RuleDraft.Result.Read(AlertRule rule) ->
                trial.start(Question.ofDraft(site, rule, saved, now.at(), trial.since()));
            case RuleDraft.Result.Rejected rejected ->
                trial.refuse("The draft cannot be tried: "
                        + rejected.problems().getFirst().what());
        }
    }

    void takeSuggestion() {
        trial.reportProperty().get().ifPresent(report -> draft.put(report::mended));
    }

    /** Judges the rules by the last thirty days. */
    void inspect() {
        Snapshot now = newest;
        if (now != null) {
            inspected.set(Said.well("Looks through the last 30 days …"));
            reply.ask(
                    inspection.findings(now.site(), now.at().minus(PAST), now.at()),
                    found -> {
                        findings.setAll(found);
                        inspected.set(Said.well(found.isEmpty() ? "Nothing to mend in the last 30 days." : ""));
                    },
                    problem -> inspected.set(Said.trouble("The past cannot be read: " + problem.getMessage())));
        }
    }

    /** Opens the rule, and puts what it would say then into its draft; nothing is saved, nothing is deleted. */
    void mend(Finding finding) {
        choose(finding.rule());
        switch (finding.remedy()) {
            case Remedy.Limit limit -> draft.putInto(finding.rule(), keys -> keys.with("when", limit.when()));
            case Remedy.Hold hold -> draft.putInto(finding.rule(), keys -> keys.with("for", EntryText.of(hold.hold())));
            case Remedy.Lower lower ->
                draft.putInto(
                        finding.rule(),
                        keys -> keys.with("severity", lower.severity().name().toLowerCase(java.util.Locale.ROOT)));
            case Remedy.SwitchOff _ -> draft.putInto(finding.rule(), keys -> keys.with("enabled", "false"));
            case Remedy.Merge _, Remedy.EndSilence _ -> {}
        }
    }

    DraftViewModel draft() {
        return draft;
    }

    TrialViewModel trial() {
        return trial;
    }

    /** In the order of the configuration; unmodifiable. */
    ObservableList<RuleRow> rows() {
        return shownRows;
    }

    /** In the order of the rules; unmodifiable. */
    ObservableList<Finding> findings() {
        return shownFindings;
    }

    /** What to do while there is no rule of one's own; empty if there is one. */
    ReadOnlyStringProperty teachingProperty() {
        return teaching.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Said> inspectedProperty() {
        return inspected.getReadOnlyProperty();
    }
}
