package org.watchfloor.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Prints one JSON line for each figure. */
final class Figures {
    private final JsonMapper json = new JsonMapper();
    private final PrintStream out;

    Figures(PrintStream out) {
        this.out = out;
    }

    /** A figure is the median of its samples; the goal is text, such as {@code <= 0.30}, or empty. */
    void print(String name, String unit, String goal, List<Double> samples, Map<String, ?> more) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("figure", name);
        line.put("value", rounded(median(samples)));
        line.put("unit", unit);
        if (!goal.isEmpty()) {
            line.put("goal", goal);
        }
        line.put("samples", samples.stream().map(Figures::rounded).toList());
        line.put("load", rounded(load()));
        line.putAll(more);
        out.println(json.writeValueAsString(line));
        out.flush();
    }

    /** The load average of the last minute: a figure taken on a busy machine says less. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static double median(List<Double> samples) {
        double[] sorted =
                samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}
