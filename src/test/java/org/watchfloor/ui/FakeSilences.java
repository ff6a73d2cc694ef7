package org.watchfloor.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.watchfloor.alert.Matchers;
import org.watchfloor.alert.Muted;
import org.watchfloor.alert.Muting;
import org.watchfloor.engine.SilenceHistory;
import org.watchfloor.model.AlertId;

/** Writes down, in words, what it is asked about silences, and always answers the same. Any thread. */
public final class FakeSilences implements SilenceHistory {
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public CompletableFuture<Muting.Count> wouldHaveMuted(Matchers matchers, Instant since) {
        asked.add(matchers + " since " + since);
        return CompletableFuture.completedFuture(
                new Muting.Count(14, List.of(new AlertId(12), new AlertId(7)), 9, 3, true));
    }

    @Override
    public CompletableFuture<Muted> muted(String silence, Instant from, Instant to) {
        asked.add(silence + " from " + from + " to " + to);
        return CompletableFuture.completedFuture(
                new Muted(2, List.of(new AlertId(12)), Optional.of(from), Optional.of(to), true));
    }
}
