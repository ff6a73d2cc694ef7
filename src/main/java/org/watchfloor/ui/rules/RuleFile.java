package org.watchfloor.ui.rules;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.watchfloor.config.Change;
import org.watchfloor.config.Edited;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.model.Actor;
import org.watchfloor.ui.fx.LatestReply;

/** The way to the files: questions go out at once, the answer to the newest comes back. FX thread only. */
final class RuleFile {
    private final SiteEditor editor;
    private final Actor operator;
    private final LatestReply<Optional<WrittenEntry>> finding;
    private final LatestReply<Edited> checking;
    private final LatestReply<Edited> changing;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    RuleFile(SiteEditor editor, Actor operator, Executor fx) {
        this.editor = editor;
        this.operator = operator;
        finding = new LatestReply<>(fx);
        checking = new LatestReply<>(fx);
        changing = new LatestReply<>(fx);
    }

    void find(EntryId id, Consumer<Optional<WrittenEntry>> answer, Consumer<String> trouble) {
        finding.ask(
                editor.find(id),
                answer,
                problem -> trouble.accept("The files cannot be read: " + problem.getMessage()));
    }

    void forgetFinding() {
        finding.cancel();
    }

    void check(Change change, Consumer<Edited> answer, Consumer<String> trouble) {
        checking.ask(
                editor.check(List.of(change)),
                answer,
                problem -> trouble.accept("It cannot be checked: " + problem.getMessage()));
    }

    void forgetChecking() {
        checking.cancel();
    }

    void apply(Change change, Consumer<Edited> answer, Consumer<String> trouble) {
        change(editor.apply(List.of(change), operator), answer, trouble);
    }

    void undo(Consumer<Edited> answer, Consumer<String> trouble) {
        change(editor.undo(operator), answer, trouble);
    }

    private void change(CompletableFuture<Edited> edited, Consumer<Edited> answer, Consumer<String> trouble) {
        busy.set(true);
        changing.ask(
                edited,
                outcome -> {
                    busy.set(false);
                    answer.accept(outcome);
                },
                problem -> {
                    busy.set(false);
                    trouble.accept("It could not be changed: " + problem.getMessage());
                });
    }

    /** Whether a change is on its way to the disk. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
