package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.config.Threshold;
import org.watchfloor.model.State;

/**
 * What rules need of the past of one check, gathered from recorded looks as the engine gathers it from results. Confined
 * to one thread.
 */
public final class Windows {
    private final Keeping keeping;
    private final Map<String, Window> windows = new HashMap<>();

    public Windows(Keeping keeping) {
        this.keeping = keeping;
    }

    /** The samples of one metric; without a span none are kept. */
    private static final class Window {
        private final Optional<Duration> span;
        private Samples samples = Samples.NONE;

        Window(Optional<Duration> span) {
            this.span = span;
        }
    }

    /**
     * Adds what a look brought home.
     *
     * @param before the hard state before it
     */
    public void take(Looks looks, int look, State before, Instant ended) {
        if (!keeping.keepsAnything()) {
            return;
        }
        boolean isAnswer = looks.isAnswer(look);
        add(Threshold.LATENCY, ended, isAnswer ? looks.latency(look) : Double.NaN);
        add(Sight.FAILED, ended, isAnswer ? 0 : 1);
        for (int index = 0; index < looks.width(); index++) {
            add(looks.metric(index), ended, looks.value(index, look));
        }
        if (before == State.DOWN && looks.hard(look) != State.DOWN) {
            windows.computeIfAbsent(Sight.FAILED, this::begun).samples =
                    Samples.NONE; // an outage that was confirmed and told is not an error rate
        }
    }

    public Samples samples(String metric) {
        Window window = windows.get(metric);
        return window == null ? Samples.NONE : window.samples;
    }

    /** All that were ever brought home; none if nothing is kept. */
    public Collection<String> metrics() {
        return windows.keySet();
    }

    /** What there is of each metric. */
    Map<String, Samples> all() {
        return windows.entrySet().stream()
                .filter(entry -> !entry.getValue().samples.isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().samples));
    }

    private void add(String metric, Instant at, double value) {
        Window window = windows.computeIfAbsent(metric, this::begun);
        if (window.span.isPresent()) {
            window.samples = window.samples.with(at, value, window.span.get());
        }
    }

    private Window begun(String metric) {
        return new Window(keeping.span(metric));
    }
}
