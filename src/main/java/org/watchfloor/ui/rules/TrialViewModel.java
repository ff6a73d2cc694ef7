package org.watchfloor.ui.rules;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.watchfloor.engine.backtest.Backtest;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.engine.backtest.Question;
import org.watchfloor.engine.backtest.Running;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LatestReply;

/** A rule on trial: how far the back-test is, and what came of it. It runs on a thread of its own. FX thread only. */
public final class TrialViewModel {
    private static final Duration SHORT = Duration.ofDays(7);

    private final Backtests backtests;
    private final Formats formats;
    private final LatestReply<Backtest> reply;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(this, "active");
    private final ReadOnlyObjectWrapper<Optional<TrialReport>> report =
            new ReadOnlyObjectWrapper<>(this, "report", Optional.empty());
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(this, "said", Said.NOTHING);
    private final BooleanProperty week = new SimpleBooleanProperty(this, "week");
    private Optional<Running> running = Optional.empty();

    public TrialViewModel(Backtests backtests, Formats formats, Executor fx) {
        this.backtests = backtests;
        this.formats = formats;
        reply = new LatestReply<>(fx);
    }

    /** How far is looked back. */
    Duration since() {
        return week.get() ? SHORT : Question.USUAL;
    }

    void start(Question question) {
        clear();
        Optional<Running> begun = backtests.start(question);
        if (begun.isEmpty()) {
            said.set(Said.trouble("Another back-test is ending at this moment; try again."));
            return;
        }
        running = begun;
        active.set(true);
        said.set(Said.well("Goes through the last " + since().toDays() + " days: "
                + question.rule().test().text()));
        reply.ask(begun.get().result(), result -> ended(new TrialReport(result, formats)), this::failed);
    }

    private void ended(TrialReport result) {
        stopped();
        report.set(Optional.of(result));
        said.set(Said.well("Of " + result.test().rule().test().text() + ", over "
                + result.test().record().asked().toDays() + " days"));
    }

    private void failed(Throwable problem) {
        stopped();
        said.set(Said.trouble("The past cannot be read: " + problem.getMessage()));
    }

    private void stopped() {
        running = Optional.empty();
        active.set(false);
        progress.set(0);
    }

    /** It cannot begin. */
    void refuse(String sentence) {
        clear();
        said.set(Said.trouble(sentence));
    }

    void cancel() {
        if (active.get()) {
            clear();
            said.set(Said.well("Cancelled."));
        }
    }

    /** Ends what runs, and forgets what came of another rule. */
    void clear() {
        reply.cancel();
        running.ifPresent(Running::cancel);
        stopped();
        report.set(Optional.empty());
        said.set(Said.NOTHING);
    }

    /** Looks how far it is; to be called a few times a second while one runs. */
    void look() {
        running.ifPresent(present -> progress.set(present.progress()));
    }

    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<TrialReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Said> saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** Seven days instead of thirty. */
    BooleanProperty weekProperty() {
        return week;
    }
}
