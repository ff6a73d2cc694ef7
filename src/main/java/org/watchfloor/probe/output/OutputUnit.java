package org.watchfloor.probe.output;

import java.util.Locale;

/**
 * A unit of measurement of perfdata, brought to the units of {@link org.watchfloor.model.Measurement}. KB, MB … count
 * in steps of 1,024, because that is what the plugins that print them (check_disk, check_swap, check_nt) compute.
 */
record OutputUnit(String unit, double factor) {
    private static final OutputUnit NONE = new OutputUnit("", 1);

    static OutputUnit of(String uom) {
        return switch (uom.toLowerCase(Locale.ROOT)) {
            case "s" -> new OutputUnit("s", 1);
            case "ms" -> new OutputUnit("ms", 1);
            case "us", "µs" -> new OutputUnit("ms", 1e-3);
            case "ns" -> new OutputUnit("ms", 1e-6);
            case "%" -> new OutputUnit("%", 1);
            case "c" -> new OutputUnit("c", 1);
            case "d" -> new OutputUnit("d", 1);
            case "b" -> new OutputUnit("B", 1);
            case "kb", "kib" -> bytes(1);
            case "mb", "mib" -> bytes(2);
            case "gb", "gib" -> bytes(3);
            case "tb", "tib" -> bytes(4);
            case "pb", "pib" -> bytes(5);
            default -> NONE;
        };
    }

    private static OutputUnit bytes(int steps) {
        return new OutputUnit("B", Math.pow(1024, steps));
    }
}
