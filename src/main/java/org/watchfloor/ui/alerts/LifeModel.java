package org.watchfloor.ui.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.chart.Past;
import org.watchfloor.ui.chart.Window;
import org.watchfloor.ui.fx.LatestReply;

/**
 * What the check of the chosen alert went through around the alert's life; asked again as long as it goes on. Alerts about
 * several checks at once, or about none, have no such past. FX thread only; knows no control.
 */
public final class LifeModel {
    private static final Duration REFRESH = Duration.ofSeconds(15);
    private static final int FEWEST_POINTS = 256;
    private static final int MOST_POINTS = 2_048;

    private final History history;
    private final LatestReply<Past> reply;
    private final ReadOnlyObjectWrapper<Optional<Life>> life =
            new ReadOnlyObjectWrapper<>(this, "life", Optional.empty());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private @Nullable Snapshot newest;
    private Optional<Alert> alert = Optional.empty();
    private Optional<Window> zoomed = Optional.empty();
    private Past past = Past.NONE;
    private boolean answered;
    private String trouble = "";
    private Instant askedAt = Instant.EPOCH;
    private int points = FEWEST_POINTS;

    LifeModel(History history, Executor fx) {
        this.history = history;
        reply = new LatestReply<>(fx);
    }

    /** Brings it up to date; another alert begins anew. */
    void show(Snapshot snapshot, Optional<Alert> next) {
        newest = snapshot;
        Optional<AlertId> before = alert.map(Alert::id);
        boolean changed = !next.equals(alert);
        alert = next;
        if (!before.equals(next.map(Alert::id))) {
            begin();
        } else if (changed || isDue(snapshot.at())) {
            ask();
        }
    }

    /** Stays at this span of time. */
    void zoom(Window next) {
        zoomed = Optional.of(next);
        render();
        ask();
    }

    /** Goes back to the whole life. */
    void reset() {
        zoomed = Optional.empty();
        ask();
    }

    /** How wide the chart is; asks again when that makes a real difference. */
    void pixels(double width) {
        int wanted = FEWEST_POINTS;
        while (wanted < width && wanted < MOST_POINTS) {
            wanted *= 2;
        }
        if (wanted != points) {
            points = wanted;
            ask();
        }
    }

    /** Empty if there is nothing to draw for the alert. */
    ReadOnlyObjectProperty<Optional<Life>> lifeProperty() {
        return life.getReadOnlyProperty();
    }

    /** Why nothing is drawn; empty text if something is. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    private void begin() {
        zoomed = Optional.empty();
        past = Past.NONE;
        answered = false;
        trouble = "";
        reply.cancel();
        render();
        ask();
    }

    private boolean isDue(Instant now) {
        return subject().isPresent() && window().to().isAfter(askedAt) && !now.isBefore(askedAt.plus(REFRESH));
    }

    private void ask() {
        subject().ifPresent(check -> {
            askedAt = now();
            String metric = figure().map(Figure::metric).orElse(History.LATENCY);
            reply.ask(Past.ask(history, check, metric, window(), points), this::arrived, this::failed);
        });
    }

    private void arrived(Past next) {
        past = next;
        answered = true;
        trouble = "";
        render();
    }

    private void failed(Throwable failure) {
        trouble = "The history cannot be read: "
                + Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
        render();
    }

    private void render() {
        Optional<Life> next = subject()
                .map(check -> new Life(
                        alert.orElseThrow(),
                        check,
                        Optional.ofNullable(newest)
                                .flatMap(it -> it.state().layout().check(check)),
                        figure(),
                        window(),
                        past,
                        now()));
        life.set(next);
        note.set(next.filter(it -> !it.isOnRecord() || !trouble.isEmpty())
                .map(_ -> words())
                .orElse(""));
    }

    private String words() {
        if (!trouble.isEmpty()) {
            return trouble;
        }
        return answered
                ? "Nothing is on record of this time: the check brought home nothing of the kind, or it is kept no longer."
                : "Reading the history …";
    }

    private Optional<CheckId> subject() {
        return alert.flatMap(it -> it.subject().check());
    }

    private Optional<Figure> figure() {
        return alert.filter(Alert::isOfRule).flatMap(it -> rule(it).flatMap(rule -> Figure.of(it, rule)));
    }

    private Optional<AlertRule> rule(Alert of) {
        return Optional.ofNullable(newest)
                .flatMap(it -> it.site().section(AlertPolicy.class))
                .flatMap(policy -> policy.rule(of.rule()));
    }

    private Window window() {
        return zoomed.orElseGet(() -> Life.window(alert.orElseThrow(), now()));
    }

    private Instant now() {
        Snapshot snapshot = newest;
        return snapshot == null ? Instant.EPOCH : snapshot.at();
    }
}
