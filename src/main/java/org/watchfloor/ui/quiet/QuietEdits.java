package org.watchfloor.ui.quiet;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.watchfloor.config.Change;
import org.watchfloor.config.Edited;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.model.Actor;

/**
 * Takes changes to the editor, one at a time: what would not be read is not written. FX thread only; the work is done
 * elsewhere.
 */
public final class QuietEdits {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SiteEditor editor;
    private final Actor operator;
    private final Executor fx;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper(this, "done", "");

    /** @param fx runs what is to be said of the outcome */
    public QuietEdits(SiteEditor editor, Actor operator, Executor fx) {
        this.editor = editor;
        this.operator = operator;
        this.fx = fx;
    }

    Actor operator() {
        return operator;
    }

    /** Names an entry by the time when it is made: {@code silence-20261126-023000}. */
    static String freshId(String word, Instant now) {
        return word + "-" + STAMP.format(now);
    }

    /** @param then run when the entry is written */
    void add(EntryId id, Written.Keys keys, String words, Runnable then) {
        List<Change> changes = List.of(new Change.Add(id, keys));
        tell(
                editor.check(changes)
                        .thenCompose(outcome -> outcome instanceof Edited.Done
                                ? editor.apply(changes, operator)
                                : CompletableFuture.completedFuture(outcome)),
                words,
                then);
    }

    /** @param next what is to become of the entry as it stands now */
    void change(EntryId id, Function<WrittenEntry, Change> next, String words) {
        tell(editor.find(id).thenCompose(entry -> changed(entry, id, next)), words, () -> {});
    }

    private CompletableFuture<Edited> changed(
            Optional<WrittenEntry> entry, EntryId id, Function<WrittenEntry, Change> next) {
        return entry.map(found -> editor.apply(List.of(next.apply(found)), operator))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        new Edited.Refused(Edited.Why.UNKNOWN, id + " has just been deleted")));
    }

    void undo() {
        tell(editor.undo(operator), "The last change is taken back", () -> {});
    }

    void forgetTrouble() {
        trouble.set("");
    }

    private void tell(CompletableFuture<Edited> answer, String words, Runnable then) {
        busy.set(true);
        done.set("");
        trouble.set("");
        var _ = answer.handle((outcome, problem) -> {
            String wrong = outcome == null
                    ? "The change broke off: " + (problem == null ? "no answer" : problem.getMessage())
                    : EditWords.trouble(outcome);
            fx.execute(() -> finish(wrong, words, then));
            return wrong;
        });
    }

    private void finish(String wrong, String words, Runnable then) {
        busy.set(false);
        trouble.set(wrong);
        if (wrong.isEmpty()) {
            done.set(words);
            then.run();
        }
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What kept the last change from being made; empty if nothing did. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** What was changed last; empty while a change is being made. */
    ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }
}
