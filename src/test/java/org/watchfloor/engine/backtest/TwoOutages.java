package org.watchfloor.engine.backtest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.watchfloor.config.Settings;
import org.watchfloor.engine.Entry;
import org.watchfloor.engine.TestClock;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Timings;
import org.watchfloor.model.Transition;
import org.watchfloor.store.Store;
import org.watchfloor.store.StoreFailed;

/**
 * Five days of two checks every 30 seconds, in a database that keeps every look and in one that keeps those of one day.
 * Twice, for 20 minutes, {@code web-1/front} is slow and {@code web-2/shop} fails: on the second day, and on the last.
 */
final class TwoOutages implements AutoCloseable {
    static final CheckId FRONT = CheckId.parse("web-1/front");
    static final CheckId SHOP = CheckId.parse("web-2/shop");
    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    static final Instant END = START.plus(Duration.ofDays(5));
    static final List<Instant> OUTAGES = List.of(
            START.plus(Duration.ofDays(1)).plusSeconds(10 * 3_600 + 7 * 60), END.minusSeconds(14 * 3_600 + 22 * 60));

    private static final Duration OUTAGE = Duration.ofMinutes(20);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration WRITTEN_AT_ONCE = Duration.ofDays(1);

    private final TestClock clock = TestClock.at("2026-01-05T00:00:00Z");
    private final Random random = new Random(5);
    private final List<Store> stores = new ArrayList<>();
    private long transitions;
    private int failed;
    private int answered;
    private State hard = State.UP;
    private State shown = State.UNKNOWN;

    TwoOutages(Path directory) throws StoreFailed {
        stores.add(open(directory.resolve("all"), 30));
        stores.add(open(directory.resolve("short"), 1));
        Instant begin = START;
        for (Instant end = begin.plus(WRITTEN_AT_ONCE); !end.isAfter(END); end = end.plus(WRITTEN_AT_ONCE)) {
            write(begin, end);
            begin = end;
        }
    }

    private Store open(Path directory, int days) throws StoreFailed {
        Settings settings = new Settings(Duration.ofDays(days), Duration.ofDays(90), Duration.ofDays(731), 8, 1_000);
        return Store.open(directory, settings, clock);
    }

    Store all() {
        return stores.getFirst();
    }

    /** That keeps looks for one day. */
    Store shortened() {
        return stores.getLast();
    }

    @Override
    public void close() {
        stores.forEach(Store::close);
    }

    private void write(Instant begin, Instant end) {
        for (Instant at = begin; at.isBefore(end); at = at.plus(EVERY)) {
            front(at.plusMillis(100 + random.nextInt(20)));
            shop(at.plusMillis(7_100 + random.nextInt(20)));
        }
        clock.advanceTo(end.plusSeconds(180));
        stores.forEach(TwoOutages::settle);
    }

    private void front(Instant at) {
        double latency = isOutage(at) ? 700 + random.nextInt(300) : 80 + random.nextInt(40);
        sample(result(FRONT, at, latency, new Outcome.Up("fine")), State.UP);
    }

    private void shop(Instant at) {
        boolean fails = isOutage(at);
        failed = fails ? failed + 1 : 0;
        answered = fails ? 0 : answered + 1;
        hard = failed >= 3 ? State.DOWN : answered >= 2 ? State.UP : hard;
        Outcome outcome = fails ? new Outcome.Down(Reason.REFUSED, "connection refused") : new Outcome.Up("fine");
        CheckResult result = result(SHOP, at, 40 + random.nextInt(20), outcome);
        sample(result, hard);
        show(fails && hard == State.UP ? State.PENDING : hard, result);
    }

    private void show(State next, CheckResult result) {
        if (next != shown) {
            Transition transition = new Transition(
                    ++transitions,
                    SHOP,
                    result.finishedAt(),
                    shown,
                    next,
                    hard,
                    next == State.UP ? Optional.empty() : Optional.of(Reason.REFUSED),
                    "as it is");
            shown = next;
            stores.forEach(store -> store.journal().append(List.of(new Entry.StateChanged(transition))));
        }
    }

    private void sample(CheckResult result, State after) {
        stores.forEach(store -> store.journal().sample(result, after));
    }

    private static CheckResult result(CheckId check, Instant at, double millis, Outcome outcome) {
        Measurement served =
                new Measurement("served", Duration.between(START, at).toSeconds(), "");
        return new CheckResult(
                check,
                at,
                Duration.ofNanos((long) (millis * 1e6)),
                Duration.ZERO,
                new Observation(outcome, Timings.NONE, List.of(served), List.of()));
    }

    private static boolean isOutage(Instant at) {
        return OUTAGES.stream().anyMatch(outage -> !at.isBefore(outage) && at.isBefore(outage.plus(OUTAGE)));
    }

    /** Twice: the second one is written after what the first one made due. */
    private static void settle(Store store) {
        while (store.journal().figures().queued() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        for (int time = 0; time < 2; time++) {
            long ticket = store.journal().append(List.of());
            while (store.journal().durable() < ticket) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
