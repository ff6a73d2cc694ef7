package org.watchfloor.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;

/** A look a minute at one check since a time; its latency is 100 ms, in the first five minutes of each hour 900 ms. */
public final class FakeRecordings implements Recordings {
    private static final long HOUR = 3_600_000;

    private final CheckId check;
    private final Instant since;
    private volatile CompletableFuture<String> gate = CompletableFuture.completedFuture("");

    public FakeRecordings(CheckId check, Instant since) {
        this.check = check;
        this.since = since;
    }

    /** From now on nobody gets an answer, until told otherwise. */
    public void holdUp() {
        gate = new CompletableFuture<>();
    }

    public void goOn() {
        gate.complete("");
    }

    @Override
    public CompletableFuture<Optional<Instant>> oldest() {
        return gate.thenApply(_ -> Optional.of(since));
    }

    @Override
    public CompletableFuture<List<Track>> hour(long hour, Collection<CheckId> checks, Predicate<String> metrics) {
        return CompletableFuture.completedFuture(
                checks.contains(check) ? List.of(new Minutes(check, hour * HOUR)) : List.of());
    }

    @Override
    public CompletableFuture<Optional<Instant>> oldestFigures() {
        return oldest();
    }

    @Override
    public CompletableFuture<List<Figures>> figures(
            Instant from, Instant to, Collection<CheckId> checks, Predicate<String> metrics) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Map<CheckId, List<Change>>> changes(Collection<CheckId> checks, Instant from, Instant to) {
        return CompletableFuture.completedFuture(
                Map.of(check, List.of(new Change(since, State.UP, State.UP, Optional.empty()))));
    }

    private record Minutes(CheckId check, long begin) implements Track {
        @Override
        public String metric() {
            return History.LATENCY;
        }

        @Override
        public int size() {
            return 60;
        }

        @Override
        public long millis(int index) {
            return begin + index * 60_000L;
        }

        @Override
        public double value(int index) {
            return index < 5 ? 900 : 100;
        }

        @Override
        public State seen(int index) {
            return State.UP;
        }

        @Override
        public State hard(int index) {
            return State.UP;
        }
    }
}
