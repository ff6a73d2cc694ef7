package org.watchfloor.ui.recovery;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.watchfloor.engine.ActionOperations;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureType;

/** A failure that a person sees and no check does: said, and said to be over. FX thread only; knows no control. */
public final class ReportModel {
    static final int LONGEST = 500;

    private final ActionOperations operations;
    private final Actor operator;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Subject> subject =
            new ReadOnlyObjectWrapper<>(this, "subject", new Subject.Nothing());
    private final ReadOnlyObjectWrapper<Boolean> asking = new ReadOnlyObjectWrapper<>(this, "asking", false);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ObjectProperty<FailureType> type = new SimpleObjectProperty<>(this, "type", FailureType.OTHER);
    private final StringProperty text = new SimpleStringProperty(this, "text", "");

    /** @param fx where answers are told */
    public ReportModel(ActionOperations operations, Actor operator, Executor fx) {
        this.operations = operations;
        this.operator = operator;
        this.fx = fx;
        text.subscribe(_ -> problem.set(""));
    }

    /** What a person could say something of. */
    sealed interface Subject {
        record Nothing() implements Subject {}

        /** Nothing is known to fail there. */
        record Sound(CheckId check) implements Subject {}

        /** Somebody has said so. */
        record Reported(Failure failure) implements Subject {}
    }

    void show(Snapshot snapshot, CheckId check) {
        Optional<Failure> open = snapshot.state().failures().of(check);
        Subject next = open.isEmpty()
                ? new Subject.Sound(check)
                : open.filter(failure -> failure.detection() == Failure.Detection.OPERATOR)
                        .<Subject>map(Subject.Reported::new)
                        .orElseGet(Subject.Nothing::new);
        if (!next.equals(subject.get())) {
            close();
            subject.set(next);
        }
    }

    void clear() {
        close();
        subject.set(new Subject.Nothing());
    }

    void ask() {
        asking.set(true);
    }

    void close() {
        asking.set(false);
        type.set(FailureType.OTHER);
        text.set("");
        problem.set("");
    }

    /** @param told what was done, in words, once it is on disk */
    void confirm(Consumer<String> told) {
        String words = text.get().strip();
        if (words.isEmpty()) {
            problem.set("Say what it is: the next shift reads it.");
        } else if (words.length() > LONGEST) {
            problem.set("At most " + LONGEST + " letters, please; these are " + words.length() + ".");
        } else {
            switch (Objects.requireNonNull(subject.get())) {
                case Subject.Nothing _ -> close();
                case Subject.Sound(CheckId check) ->
                    wait(operations.report(check, type.get(), words, operator), "On record: " + check + " fails", told);
                case Subject.Reported(Failure failure) ->
                    wait(operations.end(failure.id(), operator, words), "On record: it is over", told);
            }
        }
    }

    private void wait(CompletableFuture<Failure> answer, String done, Consumer<String> told) {
        var _ = answer.handle((_, why) -> Optional.ofNullable(why))
                .thenAcceptAsync(
                        why -> {
                            if (why.isPresent()) {
                                problem.set("Not on record: " + why.get().getMessage());
                            } else {
                                close();
                                told.accept(done);
                            }
                        },
                        fx);
    }

    ReadOnlyObjectProperty<Subject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** Whether the form is open. */
    ReadOnlyObjectProperty<Boolean> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** Why it is not done yet; empty if nothing speaks against it. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ObjectProperty<FailureType> typeProperty() {
        return type;
    }

    StringProperty textProperty() {
        return text;
    }
}
