package org.watchfloor.probe.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Measurement;

/** Gathers figures and facts from a text that may be hostile: bounded, names made plain, the first of a name wins. */
final class Reading {
    static final int MAX_ENTRIES = 200;

    private static final int MAX_NAME = 100;
    private static final int MAX_FACT = 4096;
    private static final Pattern NOT_A_NAME = Pattern.compile("[^a-z0-9._:/-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final List<Fact> facts = new ArrayList<>();

    void measure(String name, double value, String unit) {
        String plain = plainName(name);
        if (Double.isFinite(value) && !plain.isEmpty() && measurements.size() < MAX_ENTRIES) {
            measurements.putIfAbsent(plain, new Measurement(plain, value, unit));
        }
    }

    void note(String name, String value) {
        String plain = printable(value).strip();
        if (!plain.isEmpty() && facts.size() < MAX_ENTRIES) {
            facts.add(new Fact(printable(name), plain.substring(0, Math.min(plain.length(), MAX_FACT))));
        }
    }

    /** A number becomes a figure, anything else a fact. */
    void take(String name, String value) {
        Numbers.parse(value).ifPresentOrElse(number -> measure(name, number, ""), () -> note(name, value));
    }

    List<Measurement> measurements() {
        return List.copyOf(measurements.values());
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    boolean isEmpty() {
        return measurements.isEmpty() && facts.isEmpty();
    }

    static String printable(String text) {
        return CONTROL.matcher(text).replaceAll("\uFFFD");
    }

    private static String plainName(String name) {
        String plain = NOT_A_NAME.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
        return plain.substring(0, Math.min(plain.length(), MAX_NAME));
    }
}
