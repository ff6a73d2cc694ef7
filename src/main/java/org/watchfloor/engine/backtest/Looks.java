package org.watchfloor.engine.backtest;

import java.util.List;
import org.watchfloor.engine.Recordings.Track;
import org.watchfloor.model.State;

/** The looks at one check that began in one hour, and what they brought home. Read from front to back, by one thread. */
final class Looks {
    private final Track latency;
    private final Track[] metrics;
    private final int[] places;

    Looks(Track latency, List<Track> metrics) {
        this.latency = latency;
        this.metrics = metrics.toArray(Track[]::new);
        this.places = new int[metrics.size()];
    }

    int size() {
        return latency.size();
    }

    long begun(int look) {
        return latency.millis(look);
    }

    long ended(int look) {
        return latency.millis(look) + (long) latency.value(look);
    }

    double latency(int look) {
        return latency.value(look);
    }

    State seen(int look) {
        return latency.seen(look);
    }

    State hard(int look) {
        return latency.hard(look);
    }

    /** The most metrics that one look can have. */
    int width() {
        return metrics.length;
    }

    String metric(int index) {
        return metrics[index].metric();
    }

    /** What this look brought home of the metric, NaN if nothing; looks are asked for in their order. */
    double value(int index, int look) {
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
