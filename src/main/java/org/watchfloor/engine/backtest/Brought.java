package org.watchfloor.engine.backtest;

import java.util.ArrayList;
import java.util.List;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.config.Threshold;
import org.watchfloor.engine.Looks;

/** What the latest look at a check brought home, as conditions ask for it; of no use once a later one was asked. */
record Brought(Looks page, int look) {
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(Threshold.LATENCY, Sight.FAILED));
        for (int index = 0; index < page.width(); index++) {
            if (!Double.isNaN(page.value(index, look))) {
                names.add(page.metric(index));
            }
        }
        return names;
    }

    /** NaN if there is none; only what reached its target has a latency. */
    double value(String metric) {
        if (metric.equals(Threshold.LATENCY)) {
            return page.isAnswer(look) ? page.latency(look) : Double.NaN;
        }
        if (metric.equals(Sight.FAILED)) {
            return page.isAnswer(look) ? 0 : 1;
        }
        for (int index = 0; index < page.width(); index++) {
            double value = page.metric(index).equals(metric) ? page.value(index, look) : Double.NaN;
            if (!Double.isNaN(value)) { // an hour may lie in several pieces
                return value;
            }
        }
        return Double.NaN;
    }
}
