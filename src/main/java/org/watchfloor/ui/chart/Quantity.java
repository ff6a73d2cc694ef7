package org.watchfloor.ui.chart;

import java.util.List;
import java.util.Locale;
import org.watchfloor.ui.fx.Formats;

/** Values with the unit of a measurement, as an operator reads them: {@code 35 ms}, {@code 12 MB}, {@code 93.1 %}. */
public final class Quantity {
    private static final List<String> THOUSANDS = List.of("", "k", "M", "G", "T");

    private Quantity() {}

    public static String text(double value, String unit) {
        return switch (unit) {
            case "ms" -> value == 0 ? "0 ms" : Formats.millis(value);
            case "B" -> Formats.bytes(Math.round(value));
            case "", "c" -> scaled(value);
            default -> digits(value) + " " + unit;
        };
    }

    private static String scaled(double value) {
        int power = 0;
        double rest = value;
        while (Math.abs(rest) >= 10_000 && power < THOUSANDS.size() - 1) {
            rest /= 1_000;
            power++;
        }
        return power == 0 ? digits(rest) : digits(rest) + " " + THOUSANDS.get(power);
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        if (size == Math.rint(size) && size < 1e6) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
