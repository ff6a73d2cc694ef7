package org.watchfloor.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.alert.condition.Needs;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.engine.Recordings.Track;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;

/**
 * Reads back what rules look back on, hour by hour, on a thread of its own that is called {@code past}; it only waits for
 * answers of the store and never enters it. Begun and stopped by any thread.
 */
final class PastReader {
    private static final Logger LOG = LoggerFactory.getLogger(PastReader.class);
    private static final long HOUR = 3_600_000;
    private static final long PATIENCE_SECONDS = 120;

    private final Recordings recordings;
    private final InstantSource clock;
    private final Consumer<Event> report;
    private volatile Recall latest = Recall.NOTHING;
    private volatile boolean stopped;

    PastReader(Recordings recordings, InstantSource clock, Consumer<Event> report) {
        this.recordings = recordings;
        this.clock = clock;
        this.report = report;
    }

    /**
     * Reports it when it is read, or nothing of it if it cannot be; gives up what was asked for before. Once stopped it
     * reports nothing.
     */
    void read(Recall recall) {
        latest = recall;
        Thread.ofPlatform().name("past").daemon().start(() -> {
            Event answer = answer(recall);
            if (isWanted(recall)) {
                report.accept(answer);
            }
        });
    }

    void stop() {
        stopped = true;
    }

    private Event answer(Recall recall) {
        try {
            return new Event.PastRecalled(recall, past(recall, clock.instant()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            if (isWanted(recall)) {
                LOG.warn("what rules look back on cannot be read from the database; their windows fill anew", e);
            }
        }
        return new Event.PastRecalled(recall, Map.of());
    }

    private Map<CheckId, Recall.Past> past(Recall recall, Instant now)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<CheckId, Gathered> gathered = new HashMap<>();
        Map<Needs, Keeping> shared = new HashMap<>();
        recall.wanted()
                .forEach((check, needs) ->
                        gathered.put(check, new Gathered(needs, shared.computeIfAbsent(needs, Keeping::new))));
        Needs all = shared.keySet().stream().reduce(Needs.NOTHING, Needs::and);
        Keeping wanted = new Keeping(all);
        long last = hourOf(now);
        for (long hour = hourOf(now.minus(all.longest())); hour <= last && isWanted(recall); hour++) {
            Set<CheckId> asked = reaching(gathered, now, (hour + 1) * HOUR);
            take(
                    await(recordings.hour(
                            hour, asked, metric -> wanted.span(metric).isPresent())),
                    gathered);
        }
        Map<CheckId, Recall.Past> past = new HashMap<>();
        gathered.forEach((check, one) -> one.addTo(past, check));
        return past;
    }

    /** The checks whose windows begin before that time. */
    private static Set<CheckId> reaching(Map<CheckId, Gathered> gathered, Instant now, long end) {
        Set<CheckId> reaching = new HashSet<>();
        gathered.forEach((check, one) -> {
            if (one.begin(now) < end) {
                reaching.add(check);
            }
        });
        return reaching;
    }

    private static void take(List<Track> hour, Map<CheckId, Gathered> gathered) {
        Looks.of(hour).forEach((check, pages) -> {
            Gathered one = gathered.get(check);
            if (one != null) {
                pages.forEach(one::take);
            }
        });
    }

    @SuppressWarnings("ReferenceEquality") // the very one that was asked for last
    private boolean isWanted(Recall recall) {
        return !stopped && latest == recall;
    }

    private static long hourOf(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), HOUR);
    }

    private static List<Track> await(CompletableFuture<List<Track>> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    /** The past of one check as far as it is read. */
    private static final class Gathered {
        private final Needs needs;
        private final Windows windows;
        private State hard = State.UNKNOWN;

        Gathered(Needs needs, Keeping keeping) {
            this.needs = needs;
            this.windows = new Windows(keeping);
        }

        long begin(Instant now) {
            return now.minus(needs.longest()).toEpochMilli();
        }

        void take(Looks looks) {
            for (int look = 0; look < looks.size(); look++) {
                windows.take(looks, look, hard, Instant.ofEpochMilli(looks.ended(look)));
                hard = looks.hard(look);
            }
        }

        void addTo(Map<CheckId, Recall.Past> past, CheckId check) {
            Map<String, Samples> all = windows.all();
            if (!all.isEmpty()) {
                past.put(check, new Recall.Past(all, hard));
            }
        }
    }
}
