package org.watchfloor.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.watchfloor.alert.Alert;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Timings;
import org.watchfloor.store.Store;
import org.watchfloor.store.StoreFailed;

/** An engine that decides in simulated time and writes into a real database: hours of ups and downs, by chance. */
final class RecordedRun implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final Decider decider = new Decider();
    private final Path directory;
    private final Site site;
    private final Random random;
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final Map<AlertId, Alert> alerts = new LinkedHashMap<>();
    private final Map<CheckId, Mood> moods = new LinkedHashMap<>();
    private Store store;
    private EngineState state;
    private long rows;
    private long order;

    RecordedRun(Path directory, Site site, long seed) throws StoreFailed {
        this.directory = directory;
        this.site = site;
        this.random = new Random(seed);
        this.store = Store.open(directory, Settings.DEFAULT, clock);
        this.state = EngineState.empty(clock.instant());
        tell(new Event.SiteLoaded(site));
    }

    /** How a check is at present. */
    private enum Mood {
        FINE,
        SLOW,
        VERY_SLOW,
        DEGRADED,
        DOWN,
        UNKNOWN,
        SHAKY,
        SILENT
    }

    private record Due(Instant at, long order, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** With all that was told it on disk. */
    Store store() {
        awaitWritten();
        return store;
    }

    Instant now() {
        return clock.instant();
    }

    /** All alerts that fired, as they were saved last. */
    List<Alert> fired() {
        return alerts.values().stream()
                .filter(alert -> alert.firedAt().isPresent())
                .toList();
    }

    void runFor(Duration duration) {
        Instant end = clock.instant().plus(duration);
        int number = 0;
        for (CheckId check :
                state.layout().checks().stream().map(one -> one.id()).toList()) {
            moods.putIfAbsent(check, Mood.FINE);
            Instant first = clock.instant().plusMillis(137 + 1_931L * number++);
            for (Instant at = first; at.isBefore(end.minusSeconds(9)); at = at.plus(EVERY)) {
                Instant begun = at;
                later(at, () -> look(check, begun));
            }
        }
        for (Instant at = clock.instant(); at.isBefore(end); at = at.plusSeconds(1)) {
            later(at, () -> tell(new Event.Tick()));
        }
        for (Due next = due.poll(); next != null; next = due.poll()) {
            clock.advanceTo(next.at());
            next.what().run();
        }
        clock.advanceTo(end);
    }

    void pause(String check) {
        tell(new Event.Pause(List.of(CheckId.parse(check)), TestEngine.ALICE));
    }

    void resume(String check) {
        tell(new Event.Resume(List.of(CheckId.parse(check)), TestEngine.ALICE));
    }

    /** The process ends, and another one begins after a while. */
    void restartAfter(Duration pause) throws StoreFailed {
        store.close();
        clock.advance(pause);
        store = Store.open(directory, Settings.DEFAULT, clock);
        state = Remembering.start(store.restored(), clock.instant());
        rows = 0;
        Remembering.gapSince(store.restored(), clock.instant()).ifPresent(gap -> tell(new Event.GapSeen(gap)));
        tell(new Event.SiteLoaded(site));
    }

    @Override
    public void close() {
        store.close();
    }

    private void later(Instant at, Runnable what) {
        due.add(new Due(at, order++, what));
    }

    private void look(CheckId check, Instant begun) {
        Mood mood = random.nextInt(12) == 0
                ? Mood.values()[random.nextInt(Mood.values().length)]
                : moods.getOrDefault(check, Mood.FINE);
        moods.put(check, mood);
        Outcome outcome = outcome(mood);
        long millis = millis(mood);
        List<Measurement> measurements = new ArrayList<>();
        if (random.nextInt(5) > 0) {
            measurements.add(new Measurement("disk./.used_percent", 60 + random.nextInt(40), "%"));
            measurements.add(new Measurement("disk./var.used_percent", 50 + random.nextInt(45), "%"));
        }
        if (random.nextInt(3) > 0) {
            measurements.add(new Measurement("queue", random.nextInt(12), ""));
        }
        if (mood != Mood.SILENT) {
            CheckResult result = new CheckResult(
                    check,
                    begun,
                    Duration.ofMillis(millis),
                    Duration.ZERO,
                    new Observation(outcome, Timings.NONE, measurements, List.of()));
            later(begun.plusMillis(millis), () -> tell(new Event.CheckFinished(result)));
        }
    }

    private long millis(Mood mood) {
        return switch (mood) {
            case FINE, DOWN, UNKNOWN, SILENT, DEGRADED -> 20 + random.nextInt(200);
            case SLOW, SHAKY -> 300 + random.nextInt(400);
            case VERY_SLOW -> 1_000 + random.nextInt(3_000);
        };
    }

    private Outcome outcome(Mood mood) {
        return switch (mood) {
            case FINE, SLOW, VERY_SLOW, SILENT -> new Outcome.Up("fine");
            case DEGRADED -> new Outcome.Degraded(Reason.THRESHOLD, "so so");
            case DOWN -> new Outcome.Down(Reason.REFUSED, "connection refused");
            case UNKNOWN -> new Outcome.Unknown(Reason.INTERNAL, "who knows");
            case SHAKY ->
                random.nextBoolean() ? new Outcome.Up("fine") : new Outcome.Down(Reason.REFUSED, "connection refused");
        };
    }

    private void tell(Event event) {
        Decision decision = decider.decide(state, event, clock.instant());
        state = decision.next();
        List<Entry> entries = new ArrayList<>();
        Optional<Recall> recall = Optional.empty();
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.Write(Entry entry)) {
                entries.add(entry);
            } else if (effect instanceof Effect.Sample(CheckResult result, var hard)) {
                store.journal().sample(result, hard);
                rows++;
            } else if (effect instanceof Effect.ReadBack(Recall asked)) {
                recall = Optional.of(asked);
            }
        }
        entries.forEach(this::note);
        if (!entries.isEmpty()) {
            store.journal().append(entries);
            rows += entries.size();
        }
        recall.ifPresent(this::readBack);
    }

    private void readBack(Recall recall) {
        CompletableFuture<Event> answer = new CompletableFuture<>();
        new PastReader(store().recordings(), clock, answer::complete).read(recall);
        tell(answer.orTimeout(60, TimeUnit.SECONDS).join());
    }

    private void note(Entry entry) {
        if (entry instanceof Entry.AlertSaved(Alert alert)) {
            alerts.put(alert.id(), alert);
        }
    }

    private void awaitWritten() {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (store.journal().figures().written() < rows) {
            if (System.nanoTime() > until) {
                throw new AssertionError("the store did not write in time");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
