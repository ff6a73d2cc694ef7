package org.watchfloor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.engine.Recordings.Track;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;

/**
 * The recorded looks at one check that began in one hour, and what they brought home. Read from front to back, by one
 * thread.
 */
public final class Looks {
    private final Track latency;
    private final Track[] metrics;
    private final int[] places;

    private Looks(Track latency, List<Track> metrics) {
        this.latency = latency;
        this.metrics = metrics.toArray(Track[]::new);
        this.places = new int[metrics.size()];
    }

    /** Of each check its looks of an hour, in the order of time. */
    public static Map<CheckId, List<Looks>> of(Collection<Track> hour) {
        Map<CheckId, List<Track>> latencies = new LinkedHashMap<>();
        Map<CheckId, List<Track>> metrics = new HashMap<>();
        for (Track track : hour) {
            boolean isLatency = track.metric().equals(History.LATENCY);
            if (!isLatency || track.size() > 0) {
                (isLatency ? latencies : metrics)
                        .computeIfAbsent(track.check(), _ -> new ArrayList<>(2))
                        .add(track);
            }
        }
        Map<CheckId, List<Looks>> looks = new LinkedHashMap<>();
        latencies.forEach((check, tracks) -> looks.put(
                check,
                tracks.stream()
                        .map(track -> new Looks(track, metrics.getOrDefault(check, List.of())))
                        .toList()));
        return looks;
    }

    public int size() {
        return latency.size();
    }

    public long begun(int look) {
        return latency.millis(look);
    }

    public long ended(int look) {
        return latency.millis(look) + (long) latency.value(look);
    }

    public double latency(int look) {
        return latency.value(look);
    }

    public State seen(int look) {
        return latency.seen(look);
    }

    public State hard(int look) {
        return latency.hard(look);
    }

    /** Whether the look reached its target. */
    public boolean isAnswer(int look) {
        State seen = seen(look);
        return seen == State.UP || seen == State.DEGRADED;
    }

    /** The most metrics that one look can have, beside its latency. */
    public int width() {
        return metrics.length;
    }

    public String metric(int index) {
        return metrics[index].metric();
    }

    /** What this look brought home of the metric, NaN if nothing; looks are asked for in their order. */
    public double value(int index, int look) {
        Track metric = metrics[index];
        long begun = begun(look);
        int place = places[index];
        while (place < metric.size() && metric.millis(place) < begun) {
            place++;
        }
        places[index] = place;
        return place < metric.size() && metric.millis(place) == begun ? metric.value(place) : Double.NaN;
    }
}
