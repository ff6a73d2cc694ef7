package org.watchfloor.ui.rules;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.config.Change;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Edited;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.EntryText;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.model.Actor;

/**
 * The text of one rule while it is edited. Texts that are not saved are kept while another rule is looked at. Files are
 * read and written by the editor's own thread. FX thread only; knows no control.
 */
public final class DraftViewModel {
    private final RuleFile file;
    private final StringProperty id = new SimpleStringProperty(this, "id", "");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(this, "standing", Standing.NONE);
    private final DraftVerdict verdict = new DraftVerdict();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");
    private final ReadOnlyBooleanWrapper enabled = new ReadOnlyBooleanWrapper(this, "enabled");
    private final KeptDrafts kept = new KeptDrafts();
    private Unsaved base = Unsaved.NONE;
    private String key = KeptDrafts.NEW;
    private Optional<AlertRule> rule = Optional.empty();
    private Optional<Waiting> waiting = Optional.empty();

    public DraftViewModel(SiteEditor editor, Actor operator, Executor fx) {
        file = new RuleFile(editor, operator, fx);
        text.subscribe(this::changed);
        id.subscribe(this::changed);
    }

    /** A change of a rule's draft that does not lie here yet. */
    private record Waiting(String rule, UnaryOperator<Written.Keys> change) {}

    /** Looks up what a file says of the rule, and shows that, or what was typed and not saved. */
    void open(AlertRule next) {
        file.find(entry(next.id()), found -> show(next, found), verdict::complain);
    }

    /** The rule in force is another version now: it is looked up again, unless somebody is changing it here. */
    void renewed(AlertRule next) {
        if (!dirty.get() && !file.busyProperty().get()) {
            open(next);
        }
    }

    /** The rule is not in force any more: nothing is edited, unless somebody is changing it here. */
    void gone() {
        if (!dirty.get()) {
            close();
        }
    }

    private void show(AlertRule next, Optional<WrittenEntry> found) {
        boolean isAnother = standing.get() != Standing.SAVED || !next.id().equals(id.get());
        if (isAnother) {
            keep();
        }
        rule = Optional.of(next);
        enabled.set(next.enabled());
        lay(Standing.SAVED, kept.take(next.id()).orElseGet(() -> Unsaved.of(next, found)));
        if (isAnother) {
            verdict.well(RuleWords.origin(base.written()));
            check();
        }
        Optional<Waiting> late = waiting.filter(one -> one.rule().equals(next.id()));
        waiting = Optional.empty();
        late.ifPresent(one -> put(one.change()));
    }

    private void lay(Standing next, Unsaved unsaved) {
        standing.set(next);
        base = unsaved;
        key = unsaved.id();
        id.set(unsaved.id());
        text.set(unsaved.text());
        changed();
    }

    /** Begins a rule that is nowhere yet, or goes on with the one that was begun. */
    void create() {
        if (standing.get() != Standing.NEW || !key.equals(KeptDrafts.NEW)) {
            create(KeptDrafts.NEW, kept.begun(), "Give it a name, and say when it fires.");
        }
    }

    /** Goes on with what was typed of a rule that is not in force any more. */
    void createAgain(String gone) {
        kept.orphan(gone)
                .ifPresent(draft -> create(gone, draft, "It is not in force any more; saved, it is a new rule."));
    }

    private void create(String as, Unsaved draft, String words) {
        keep();
        file.forgetFinding();
        rule = Optional.empty();
        lay(Standing.NEW, draft);
        key = as;
        verdict.well(words);
    }

    /** Nothing is edited. */
    void close() {
        file.forgetFinding();
        rule = Optional.empty();
        lay(Standing.NONE, Unsaved.NONE);
    }

    private void keep() {
        if (dirty.get()) {
            kept.put(key, new Unsaved(id.get(), text.get(), base.saved(), base.written()));
        }
    }

    private void changed() {
        boolean isOther = !text.get().equals(EntryText.of(base.saved()));
        dirty.set(standing.get() == Standing.NEW || (standing.get() == Standing.SAVED && isOther));
        verdict.fit.set(false);
        file.forgetChecking();
        if (!dirty.get()) {
            verdict.problems.clear();
        }
    }

    /** Reads the draft together with all files, as saving would; changes nothing. */
    void check() {
        String looked = text.get();
        read(
                looked,
                keys -> file.check(
                        change(keys), outcome -> settled(outcome, looked, _ -> verdict.fit()), verdict::complain));
    }

    private void read(String looked, Consumer<Written.Keys> next) {
        if (!dirty.get()) {
            return;
        }
        Optional<ProblemLine> ofWhole = ProblemLine.ofWhole(id.get(), looked);
        if (ofWhole.isPresent()) {
            verdict.wrong(List.of(ofWhole.get()));
            return;
        }
        switch (EntryText.read(looked)) {
            case EntryText.Result.Rejected(List<ConfigProblem> found) -> verdict.wrong(ProblemLine.all(found, looked));
            case EntryText.Result.Read(Written.Keys keys) -> next.accept(keys);
        }
    }

    private Change change(Written.Keys keys) {
        return standing.get() == Standing.NEW
                ? new Change.Add(entry(id.get()), keys)
                : new Change.Save(entry(id.get()), keys, base.revision());
    }

    /** Whether it was checked already or not: nothing is written that is not valid. */
    void save() {
        read(text.get(), keys -> change(change(keys), "Saved; in force in a moment."));
    }

    /** What was typed and not saved is gone; what a file says now is shown. */
    void revert() {
        rule.ifPresentOrElse(this::open, this::close);
        verdict.well("As it was saved.");
    }

    void delete() {
        change(new Change.Remove(entry(id.get()), base.revision()), "Deleted; undo brings it back.");
    }

    /** Keeps the rule, but has it looked at no more, or again. One that no file holds is overridden in that only. */
    void switchOver() {
        boolean isOn = enabled.get();
        Written.Keys keys = base.written().map(WrittenEntry::keys).orElse(Written.Keys.NONE);
        change(
                new Change.Save(entry(id.get()), keys.with("enabled", Boolean.toString(!isOn)), base.revision()),
                isOn ? "Switched off; undo brings it back." : "Switched on; in force in a moment.");
    }

    private void change(Change change, String success) {
        file.apply(change, outcome -> settled(outcome, text.get(), done -> written(done, success)), verdict::complain);
    }

    /** Takes the last change back that was made here or through the web door. */
    void undo() {
        file.undo(
                outcome -> settled(outcome, text.get(), done -> written(done, RuleWords.undone(done))),
                verdict::complain);
    }

    private void settled(Edited outcome, String looked, Consumer<Edited.Done> then) {
        switch (outcome) {
            case Edited.Done done -> then.accept(done);
            case Edited.Invalid(var found) -> verdict.wrong(ProblemLine.all(found, entry(id.get()), looked));
            case Edited.Refused refusal -> verdict.refused(refusal.sentence());
        }
    }

    private void written(Edited.Done done, String sentence) {
        takeOver(done);
        verdict.well(sentence);
    }

    /** What a file says now of the rule that lies here. */
    private void takeOver(Edited.Done done) {
        kept.saved(done.written());
        done.written().stream()
                .filter(entry -> entry.id().id().equals(id.get()))
                .findFirst()
                .ifPresent(entry -> lay(Standing.SAVED, Unsaved.of(entry)));
        if (done.removed().stream().anyMatch(entry -> entry.id().equals(id.get()))) {
            close();
        }
    }

    /** Changes some keys of the draft; of the saved rule if the draft is no YAML. Comments are lost. */
    void put(UnaryOperator<Written.Keys> change) {
        Written.Keys keys =
                EntryText.read(text.get()) instanceof EntryText.Result.Read(Written.Keys read) ? read : base.saved();
        text.set(EntryText.of(change.apply(keys)));
        check();
    }

    /** The same as soon as that rule lies here, which may take a moment. */
    void putInto(String wanted, UnaryOperator<Written.Keys> change) {
        if (standing.get() == Standing.SAVED && id.get().equals(wanted)) {
            put(change);
        } else {
            waiting = Optional.of(new Waiting(wanted, change));
        }
    }

    private static EntryId entry(String id) {
        return AlertSection.RULES.entry(id);
    }

    /** The name of the rule; to be written only while it is new. */
    StringProperty idProperty() {
        return id;
    }

    /** The YAML below its id. */
    StringProperty textProperty() {
        return text;
    }

    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Said> saidProperty() {
        return verdict.said.getReadOnlyProperty();
    }

    /** Whether it is other than what was saved. */
    ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return file.busyProperty();
    }

    /** Whether the rule in force is looked at. */
    ReadOnlyBooleanProperty enabledProperty() {
        return enabled.getReadOnlyProperty();
    }

    /** Whether it was checked as it stands, and can be saved. */
    ReadOnlyBooleanProperty fitProperty() {
        return verdict.fit.getReadOnlyProperty();
    }

    KeptDrafts kept() {
        return kept;
    }

    /** Unmodifiable. */
    ObservableList<ProblemLine> problems() {
        return verdict.shownProblems;
    }
}
