package org.watchfloor.ui.quiet;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
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
import org.watchfloor.ui.fx.LatestReply;

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
    private final LatestReply<Optional<WrittenEntry>> finding;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper(this, "done", "");

    /** @param fx runs what is to be said of the outcome */
    public QuietEdits(SiteEditor editor, Actor operator, Executor fx) {
        this.editor = editor;
        this.operator = operator;
        this.fx = fx;
        finding = new LatestReply<>(fx);
    }

    Actor operator() {
        return operator;
    }

    /** Names an entry by the time when it is made: {@code silence-20261126-023000}. */
    static String freshId(String word, Instant now) {
        return word + "-" + STAMP.format(now);
    }

    /** An entry that was edited is written over what it was; else there is one more. */
    static Change change(Optional<WrittenEntry> edited, EntryId fresh, Written.Keys keys) {
        return edited.<Change>map(entry -> new Change.Save(entry.id(), keys, entry.revision()))
                .orElseGet(() -> new Change.Add(fresh, keys));
    }

    /** @param then run when all is written */
    void apply(List<Change> changes, String words, Runnable then) {
        follow(editor.apply(changes, operator).thenApply(EditWords::trouble), words, then);
    }

    /**
     * Reads an entry that is to be edited.
     *
     * @param then given what stands in the console's file; of what stands elsewhere it is told where
     */
    void find(EntryId id, Consumer<WrittenEntry> then) {
        trouble.set("");
        finding.ask(
                editor.find(id),
                found -> found.filter(entry -> entry.revision().isPresent())
                        .ifPresentOrElse(
                                then,
                                () -> say(found.map(entry -> id + " stands in " + entry.place() + "; change it there")
                                        .orElse(id + " has just been deleted"))),
                problem -> trouble.set("The files cannot be read: " + problem.getMessage()));
    }

    /** Empty text passes by unseen, so that the same words can be told twice. */
    private void say(String words) {
        done.set("");
        done.set(words);
    }

    /** Entries as they stand in whichever file. */
    CompletableFuture<List<WrittenEntry>> find(Collection<EntryId> ids) {
        return editor.find(ids);
    }

    /** What keeps the changes from being made; empty if nothing does. */
    CompletableFuture<String> check(List<Change> changes) {
        return editor.check(changes).thenApply(EditWords::trouble);
    }

    /** @param next what is to become of the entry as it stands now */
    void change(EntryId id, Function<WrittenEntry, Change> next, String words) {
        follow(
                editor.find(id).thenCompose(entry -> changed(entry, id, next)).thenApply(EditWords::trouble),
                words,
                () -> {});
    }

    private CompletableFuture<Edited> changed(
            Optional<WrittenEntry> entry, EntryId id, Function<WrittenEntry, Change> next) {
        return entry.map(found -> editor.apply(List.of(next.apply(found)), operator))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        new Edited.Refused(Edited.Why.UNKNOWN, id + " has just been deleted")));
    }

    void undo() {
        follow(editor.undo(operator).thenApply(EditWords::trouble), "The last change is taken back", () -> {});
    }

    void forgetTrouble() {
        trouble.set("");
    }

    /** Whoever chose something else does not want what is being read any more. */
    void forgetFinding() {
        finding.cancel();
    }

    void fail(String words) {
        trouble.set(words);
    }

    /**
     * Tells what becomes of something that is being written.
     *
     * @param answer what is wrong; empty if it is written
     * @param words told then
     */
    void follow(CompletableFuture<String> answer, String words, Runnable then) {
        busy.set(true);
        done.set("");
        trouble.set("");
        var _ = answer.handle((wrong, problem) -> {
            String found = wrong == null
                    ? "The change broke off: " + (problem == null ? "no answer" : problem.getMessage())
                    : wrong;
            fx.execute(() -> finish(found, words, then));
            return found;
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

    /** What is to be told: what was changed last, or where something stands; empty while a change is being made. */
    ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }
}
