package org.watchfloor.engine.backtest;

import java.util.ArrayList;
import java.util.List;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.config.Threshold;
import org.watchfloor.model.State;

/** What one look at a check brought home, as conditions ask for it. Immutable. */
final class Brought {
    /** What every look has. */
    private static final List<String> PLAIN = List.of(Threshold.LATENCY, Sight.FAILED);

    private static final double[] NONE = {};

    private final double latency;
    private final boolean isAnswer;
    private final List<String> names;
    private final double[] values;

    private Brought(double latency, boolean isAnswer, List<String> names, double[] values) {
        this.latency = latency;
        this.isAnswer = isAnswer;
        this.names = names;
        this.values = values;
    }

    static Brought by(Looks page, int look) {
        State seen = page.seen(look);
        boolean isAnswer = seen == State.UP || seen == State.DEGRADED;
        int width = page.width();
        if (width == 0) {
            return new Brought(page.latency(look), isAnswer, PLAIN, NONE);
        }
        List<String> names = new ArrayList<>(PLAIN.size() + width);
        names.addAll(PLAIN);
        double[] values = new double[width];
        for (int index = 0; index < width; index++) {
            double value = page.value(index, look);
            if (!Double.isNaN(value)) {
                values[names.size() - PLAIN.size()] = value;
                names.add(page.metric(index));
            }
        }
        return new Brought(page.latency(look), isAnswer, names, values);
    }

    List<String> names() {
        return names;
    }

    /** NaN if there is none; only what reached its target has a latency. */
    double value(String metric) {
        if (metric.equals(Threshold.LATENCY)) {
            return isAnswer ? latency : Double.NaN;
        }
        if (metric.equals(Sight.FAILED)) {
            return isAnswer ? 0 : 1;
        }
        for (int index = PLAIN.size(); index < names.size(); index++) {
            if (names.get(index).equals(metric)) {
                return values[index - PLAIN.size()];
            }
        }
        return Double.NaN;
    }
}
