package org.watchfloor.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.watchfloor.engine.History;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Measurement;

/** Gives each series its number, once. Numbers are given by the writer; anybody may look them up. */
final class SeriesBook {
    static final int MOST_PER_CHECK = 5_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_UNIT = 40;

    private final Map<CheckId, Map<String, Series>> byCheck = new ConcurrentHashMap<>();
    private final BitSet latencies = new BitSet();
    private final List<Series> unsaved = new ArrayList<>();
    private int last;

    /** Takes over what the database knows. */
    void learn(Collection<Series> saved) {
        for (Series series : saved) {
            seriesOf(series.check()).put(series.metric(), series);
            last = Math.max(last, series.id());
            latencies.set(series.id(), series.metric().equals(History.LATENCY));
        }
    }

    Series latency(CheckId check) {
        Map<String, Series> ofCheck = seriesOf(check);
        Series known = ofCheck.get(History.LATENCY);
        return known != null ? known : add(ofCheck, check, History.LATENCY, "ms");
    }

    /** Empty if the name is impossibly long, is the latency's own, or the check has too many metrics already. */
    Optional<Series> metric(CheckId check, Measurement measurement) {
        Map<String, Series> ofCheck = seriesOf(check);
        Series known = ofCheck.get(measurement.name());
        if (measurement.name().equals(History.LATENCY)) {
            return Optional.empty();
        }
        if (known != null) {
            return Optional.of(known);
        }
        if (ofCheck.size() >= MOST_PER_CHECK || measurement.name().length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String unit = measurement.unit();
        String shortUnit = unit.substring(0, Math.min(LONGEST_UNIT, unit.length()));
        return Optional.of(add(ofCheck, check, measurement.name(), shortUnit));
    }

    Optional<Series> find(CheckId check, String metric) {
        return Optional.ofNullable(byCheck.getOrDefault(check, Map.of()).get(metric));
    }

    /** How many checks have series. */
    int checks() {
        return byCheck.size();
    }

    List<Series> all(CheckId check) {
        return List.copyOf(byCheck.getOrDefault(check, Map.of()).values());
    }

    /** Asked by the writer only. */
    boolean isLatency(int series) {
        return latencies.get(series);
    }

    List<Series> unsaved() {
        return List.copyOf(unsaved);
    }

    void saved() {
        unsaved.clear();
    }

    /** A new database knows none of them. */
    void forgetSaved() {
        unsaved.clear();
        byCheck.values().forEach(ofCheck -> unsaved.addAll(ofCheck.values()));
    }

    private Map<String, Series> seriesOf(CheckId check) {
        return byCheck.computeIfAbsent(check, _ -> new ConcurrentHashMap<>());
    }

    private Series add(Map<String, Series> ofCheck, CheckId check, String metric, String unit) {
        Series series = new Series(++last, check, metric, unit);
        ofCheck.put(metric, series);
        unsaved.add(series);
        latencies.set(series.id(), metric.equals(History.LATENCY));
        return series;
    }
}
