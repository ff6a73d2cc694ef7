package org.watchfloor.ui.engine;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.engine.EngineFigures;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.StoreFigures;
import org.watchfloor.gate.LimitFigures;
import org.watchfloor.health.observer.OwnNetwork;
import org.watchfloor.model.Gap;
import org.watchfloor.model.PoolFigures;
import org.watchfloor.model.Testimony;
import org.watchfloor.ui.fx.Formats;

/** How the engine is doing, in words and rows. Confined to the FX thread; knows no control. */
public final class EngineViewModel {
    /** A figure with its caption and a note. */
    record Figure(String caption, String figure, String note) {}

    /** A probe type and its running checks. */
    record LaneRow(String name, String running, String waiting, String limit, boolean full) {}

    /** The kept connections of one protocol. */
    record PoolRow(
            String name,
            String active,
            String idle,
            String waiting,
            String mean,
            String longest,
            String created,
            String destroyed,
            String failed) {}

    /** One limit on what is asked of the world. */
    record LimitRow(
            String of,
            String limit,
            String permitted,
            String waited,
            String rejected,
            String forced,
            String waiting,
            String concurrent) {}

    /** A time in which nothing was observed. */
    record GapRow(String from, String to, String length, String cause) {}

    /** One who vouches for the network of this machine. */
    record WitnessRow(String name, String says) {}

    /** A step of the start. */
    record StepRow(String name, String took, String state, String detail, boolean healthy) {}

    private final Formats formats;
    private final ObservableList<Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<Figure> shownFigures = FXCollections.unmodifiableObservableList(figures);
    private final ObservableList<Figure> store = FXCollections.observableArrayList();
    private final ObservableList<Figure> shownStore = FXCollections.unmodifiableObservableList(store);
    private final ObservableList<LaneRow> lanes = FXCollections.observableArrayList();
    private final ObservableList<LaneRow> shownLanes = FXCollections.unmodifiableObservableList(lanes);
    private final ObservableList<PoolRow> pools = FXCollections.observableArrayList();
    private final ObservableList<PoolRow> shownPools = FXCollections.unmodifiableObservableList(pools);
    private final ObservableList<LimitRow> limits = FXCollections.observableArrayList();
    private final ObservableList<LimitRow> shownLimits = FXCollections.unmodifiableObservableList(limits);
    private final ObservableList<GapRow> gaps = FXCollections.observableArrayList();
    private final ObservableList<GapRow> shownGaps = FXCollections.unmodifiableObservableList(gaps);
    private final ObservableList<WitnessRow> witnesses = FXCollections.observableArrayList();
    private final ObservableList<WitnessRow> shownWitnesses = FXCollections.unmodifiableObservableList(witnesses);
    private final ObservableList<StepRow> steps = FXCollections.observableArrayList();
    private final ObservableList<StepRow> shownSteps = FXCollections.unmodifiableObservableList(steps);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyStringWrapper lagText = new ReadOnlyStringWrapper(this, "lagText", "");
    private final ReadOnlyObjectWrapper<List<Long>> lag =
            new ReadOnlyObjectWrapper<>(this, "lag", EngineFigures.Lag.NONE.buckets());

    public EngineViewModel(Formats formats) {
        this.formats = formats;
    }

    public void show(Snapshot snapshot) {
        EngineFigures engine = snapshot.figures();
        replace(figures, figuresOf(snapshot));
        replace(store, storeOf(engine.store()));
        replace(
                lanes,
                engine.lanes().entrySet().stream().map(EngineViewModel::lane).toList());
        replace(
                pools,
                engine.outward().pools().entrySet().stream()
                        .map(EngineViewModel::pool)
                        .toList());
        replace(limits, limitsOf(engine.outward().limits()));
        List<Gap> newestFirst = snapshot.state().gaps().reversed();
        replace(gaps, newestFirst.stream().map(this::gap).toList());
        replace(witnesses, witnessesOf(snapshot.state().network()));
        replace(steps, engine.lifecycle().stream().map(EngineViewModel::step).toList());
        trouble.set(engine.store().trouble().orElse(""));
        lag.set(engine.lag().buckets());
        lagText.set("p50 " + Formats.millis(engine.lag().p50()) + "   p99 "
                + Formats.millis(engine.lag().p99()) + "   longest "
                + Formats.millis(engine.lag().max()));
    }

    private static List<Figure> figuresOf(Snapshot snapshot) {
        EngineFigures engine = snapshot.figures();
        return List.of(
                new Figure("Results per second", Formats.perSecond(engine.resultsPerSecond()), "over ten seconds"),
                new Figure("Results", Formats.number(engine.results()), "since the start"),
                new Figure("Late", Formats.number(engine.late()), "began over 1 s after due"),
                new Figure("Skipped", Formats.number(engine.skipped()), "the one before still ran"),
                new Figure("Inbox", Formats.number(engine.inbox()), "of " + Formats.number(engine.inboxCapacity())),
                new Figure(
                        "Running for",
                        Formats.duration(Duration.between(engine.startedAt(), snapshot.at())),
                        "heap " + Formats.bytes(engine.heapBytes())));
    }

    private static List<Figure> storeOf(StoreFigures store) {
        return List.of(
                new Figure("Size on disk", Formats.bytes(store.bytes()), ""),
                new Figure("Rows written", Formats.number(store.written()), ""),
                new Figure("Waiting to be written", Formats.number(store.queued()), ""),
                new Figure("Samples thinned", Formats.number(store.thinned()), ""),
                new Figure("Last flush took", Formats.millis(store.flushMillis()), ""));
    }

    private static LaneRow lane(Map.Entry<String, EngineFigures.Lane> entry) {
        EngineFigures.Lane lane = entry.getValue();
        return new LaneRow(
                entry.getKey(),
                Formats.number(lane.running()),
                Formats.number(lane.waiting()),
                Formats.number(lane.limit()),
                lane.waiting() > 0);
    }

    private static PoolRow pool(Map.Entry<String, PoolFigures> entry) {
        PoolFigures pool = entry.getValue();
        return new PoolRow(
                entry.getKey(),
                Formats.number(pool.active()),
                Formats.number(pool.idle()),
                Formats.number(pool.waiting()),
                Formats.millis(pool.acquisition().mean().toNanos() / 1e6),
                Formats.millis(pool.acquisition().longest().toNanos() / 1e6),
                Formats.number(pool.created()),
                Formats.number(pool.destroyed()),
                Formats.number(pool.failed()));
    }

    /** Those before which something waits or was held back come first. */
    private static List<LimitRow> limitsOf(List<LimitFigures> limits) {
        return limits.stream()
                .sorted(Comparator.comparingInt(LimitFigures::waiting)
                        .thenComparingLong(LimitFigures::rejected)
                        .reversed())
                .map(EngineViewModel::limit)
                .toList();
    }

    private static LimitRow limit(LimitFigures limit) {
        return new LimitRow(
                limit.of(),
                limit.limit(),
                Formats.number(limit.permitted()),
                Formats.number(limit.waited()),
                Formats.number(limit.rejected()),
                Formats.number(limit.forced()),
                Formats.number(limit.waiting()),
                limit.kind() == LimitFigures.Kind.RATE ? "" : Formats.number(limit.concurrent()));
    }

    private GapRow gap(Gap gap) {
        String cause = switch (gap.cause()) {
            case NOT_RUNNING -> "Watchfloor was not running";
            case SUSPENDED -> "the machine was suspended";
            case CLOCK_JUMPED_FORWARD -> "the clock jumped forward";
            case NETWORK_LOST -> "this machine had no network";
            case CLOCK_JUMPED_BACK -> "the clock jumped back";
        };
        return new GapRow(formats.moment(gap.from()), formats.moment(gap.to()), Formats.duration(gap.length()), cause);
    }

    private static List<WitnessRow> witnessesOf(OwnNetwork network) {
        return network.latest().stream()
                .flatMap(round -> Stream.concat(
                        Stream.of(new WitnessRow("interfaces", round.hasInterface() ? "up" : "all down")),
                        round.answers().stream().map(answer -> new WitnessRow(answer.name(), says(network, answer)))))
                .toList();
    }

    private static String says(OwnNetwork network, Testimony.Answer answer) {
        if (answer.answered()) {
            return "answers";
        }
        return network.believed().contains(answer.name()) ? "silent" : "silent, does not count";
    }

    private static StepRow step(EngineFigures.Step step) {
        return new StepRow(
                step.name(),
                Formats.millis(step.millis()),
                step.healthy() ? "healthy" : "in trouble",
                step.detail(),
                step.healthy());
    }

    /** Rows are values: unchanged ones stay, so that selection and scroll survive. */
    private static <T> void replace(ObservableList<T> rows, List<T> fresh) {
        int kept = Math.min(rows.size(), fresh.size());
        IntStream.range(0, kept).filter(i -> !rows.get(i).equals(fresh.get(i))).forEach(i -> rows.set(i, fresh.get(i)));
        if (rows.size() > fresh.size()) {
            rows.remove(fresh.size(), rows.size());
        } else {
            rows.addAll(fresh.subList(kept, fresh.size()));
        }
    }

    ObservableList<Figure> figures() {
        return shownFigures;
    }

    ObservableList<Figure> store() {
        return shownStore;
    }

    ObservableList<LaneRow> lanes() {
        return shownLanes;
    }

    ObservableList<PoolRow> pools() {
        return shownPools;
    }

    ObservableList<LimitRow> limits() {
        return shownLimits;
    }

    ObservableList<GapRow> gaps() {
        return shownGaps;
    }

    ObservableList<WitnessRow> witnesses() {
        return shownWitnesses;
    }

    ObservableList<StepRow> steps() {
        return shownSteps;
    }

    /** What is wrong with the store; empty while all is well. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty lagTextProperty() {
        return lagText.getReadOnlyProperty();
    }

    /** Counts of starts by lateness, as {@link EngineFigures.Lag#buckets()}. */
    public ReadOnlyObjectProperty<List<Long>> lagProperty() {
        return lag.getReadOnlyProperty();
    }
}
