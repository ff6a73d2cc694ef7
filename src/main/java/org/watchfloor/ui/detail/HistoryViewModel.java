package org.watchfloor.ui.detail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.Check;
import org.watchfloor.engine.History;
import org.watchfloor.engine.History.Metric;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.chart.Past;
import org.watchfloor.ui.chart.Window;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LatestReply;

/**
 * The past of one check: a metric over time and its states. Follows the present until a person zooms or pans. What is
 * on display stays until a newer answer replaces it. Confined to the FX thread; knows no control.
 */
final class HistoryViewModel {
    private static final Metric LATENCY = new Metric(History.LATENCY, "ms");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FEWEST_POINTS = 256;
    private static final int MOST_POINTS = 4_096;

    private final History history;
    private final Formats formats;
    private final LatestReply<Past> pastReply;
    private final LatestReply<List<Metric>> metricsReply;
    private final UptimeFigures day;
    private final UptimeFigures month;
    private final ObservableList<Metric> metrics = FXCollections.observableArrayList(LATENCY);
    private final ObservableList<Metric> shownMetrics = FXCollections.unmodifiableObservableList(metrics);
    private final ReadOnlyObjectWrapper<Metric> metric = new ReadOnlyObjectWrapper<>(this, "metric", LATENCY);
    private final ReadOnlyObjectWrapper<Range> range = new ReadOnlyObjectWrapper<>(this, "range", Range.HOUR);
    private final ReadOnlyObjectWrapper<Optional<PastView>> view =
            new ReadOnlyObjectWrapper<>(this, "view", Optional.empty());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private @Nullable Check check;
    private Past past = Past.NONE;
    private Window window = Window.until(Instant.EPOCH, Range.HOUR.length());
    private boolean live = true;
    private boolean answered;
    private boolean underWay;
    private Instant askedAt = Instant.EPOCH;
    private Instant now = Instant.EPOCH;
    private int points = FEWEST_POINTS;

    HistoryViewModel(History history, Formats formats, Executor fx) {
        this.history = history;
        this.formats = formats;
        pastReply = new LatestReply<>(fx);
        metricsReply = new LatestReply<>(fx);
        day = new UptimeFigures(history, Duration.ofDays(1), fx);
        month = new UptimeFigures(history, Duration.ofDays(30), fx);
    }

    /** Called with each snapshot; asks the history only if another check is meant or the answer has become old. */
    void show(Check next, Instant at) {
        now = at;
        Check before = check;
        check = next;
        if (before == null || !before.id().equals(next.id())) {
            begin(next.id());
        } else if (isDue()) {
            ask();
        }
        day.show(next.id(), now);
        month.show(next.id(), now);
    }

    /** Shows nothing and forgets all questions under way. */
    void clear() {
        check = null;
        underWay = false;
        past = Past.NONE;
        view.set(Optional.empty());
        pastReply.cancel();
        metricsReply.cancel();
        day.clear();
        month.clear();
    }

    /** Looks so far back from now on. */
    void look(Range next) {
        range.set(next);
        reset();
    }

    /** Follows the present again. */
    void reset() {
        live = true;
        ask();
    }

    /** Stays at this span of time. */
    void zoom(Window next) {
        Duration ahead = Duration.between(now, next.to());
        window = ahead.isPositive()
                ? new Window(next.from().minus(ahead), next.to().minus(ahead))
                : next;
        live = false;
        render();
        ask();
    }

    void pick(Metric next) {
        if (!next.equals(metric.get())) {
            metric.set(next);
            forget();
            ask();
        }
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

    boolean isLive() {
        return live;
    }

    ObservableList<Metric> metrics() {
        return shownMetrics;
    }

    ReadOnlyObjectProperty<Metric> metricProperty() {
        return metric.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Range> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /** What the charts show; empty without a check. */
    ReadOnlyObjectProperty<Optional<PastView>> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** Why the chart is empty: reading, or no data; empty text if it is not. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Why the newest answer is missing; empty if it is there. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty dayProperty() {
        return day.textProperty();
    }

    /** What was not seen of the day and of the month: {@code 24 h: 12 % not seen · 30 d: 3 % not seen}. */
    ObservableValue<String> unseen() {
        return Bindings.createStringBinding(
                () -> Stream.of(part("24 h: ", day), part("30 d: ", month))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")),
                day.unseenProperty(),
                month.unseenProperty());
    }

    private static String part(String span, UptimeFigures figures) {
        String unseen = figures.unseenProperty().get();
        return unseen.isEmpty() ? "" : span + unseen;
    }

    ReadOnlyStringProperty monthProperty() {
        return month.textProperty();
    }

    private void begin(CheckId id) {
        metric.set(LATENCY);
        metrics.setAll(LATENCY);
        forget();
        askMetrics(id);
        ask();
    }

    private void forget() {
        past = Past.NONE;
        answered = false;
        problem.set("");
    }

    private boolean isDue() {
        boolean open = live || window.to().isAfter(askedAt);
        Duration pause = underWay ? PATIENCE : range().refresh();
        return open && !now.isBefore(askedAt.plus(pause));
    }

    private void ask() {
        Check asked = check;
        if (asked == null) {
            return;
        }
        if (live) {
            window = Window.until(now, range().length());
        }
        if (answered && metrics.size() == 1) {
            askMetrics(asked.id());
        }
        askedAt = now;
        underWay = true;
        render();
        pastReply.ask(Past.ask(history, asked.id(), metric().name(), window, points), this::arrived, this::failed);
    }

    private void askMetrics(CheckId id) {
        metricsReply.ask(history.metrics(id), this::offer, failure -> problem.set(text(failure)));
    }

    private void offer(List<Metric> known) {
        if (!known.isEmpty() && !known.equals(metrics)) {
            metrics.setAll(known);
        }
    }

    private void arrived(Past next) {
        past = next;
        answered = true;
        underWay = false;
        problem.set("");
        render();
    }

    private void failed(Throwable failure) {
        underWay = false;
        problem.set(text(failure));
        render();
    }

    private static String text(Throwable failure) {
        String reason = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        return "The history cannot be read: " + SafeText.line(reason, 200) + ". It is asked again by itself.";
    }

    private void render() {
        Check shown = check;
        if (shown != null) {
            view.set(Optional.of(PastView.of(past, shown, metric(), window, formats)));
            note.set(noteOn(shown));
        }
    }

    private String noteOn(Check shown) {
        if (!past.series().points().isEmpty() || !problem.get().isEmpty()) {
            return "";
        }
        return answered
                ? "No data in this time. The check runs every " + Formats.duration(shown.every()) + "."
                : "Reading the history …";
    }

    private Range range() {
        return Objects.requireNonNull(range.get());
    }

    private Metric metric() {
        return Objects.requireNonNull(metric.get());
    }
}
