package org.watchfloor.probe.output;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the output of a monitoring plugin: {@code text | perfdata}, long text below, more perfdata after a second
 * {@code |}. Perfdata is {@code 'label'=value[UOM];[warn];[crit];[min];[max]}, separated by blanks; a value {@code U} is
 * unknown and left out. Source: Monitoring Plugins Development Guidelines, "Plugin Output for Nagios", and the plugin
 * API of Nagios Core.
 */
final class PluginOutput {
    /** Possessive throughout: hostile text costs no backtracking. */
    private static final Pattern PERFDATA = Pattern.compile("(?:'(?<quoted>(?:[^']|'')++)'|(?<bare>[^'=\\s][^=\\s]*+))="
            + "(?<value>[+-]?[0-9.,]++(?:[eE][+-]?[0-9]{1,3})?|U)(?<uom>[^;\\s0-9]*+)(?<limits>(?:;[^;\\s]*+)*+)");

    private static final int WARN = 1;
    private static final int MAX = 4;
    private static final String[] LIMITS = {"", "warn", "crit", "min", "max"};

    private PluginOutput() {}

    /** The text for the operator, one line. */
    static String message(String stdout) {
        String first = stdout.lines().findFirst().orElse("");
        return Reading.printable(before(first)).strip();
    }

    static void read(String stdout, Reading reading) {
        int end = stdout.indexOf('\n');
        String first = end < 0 ? stdout : stdout.substring(0, end);
        String rest = end < 0 ? "" : stdout.substring(end + 1);
        reading.note("long output", before(rest));
        perfdata(after(first), reading);
        perfdata(after(rest), reading);
    }

    private static void perfdata(String text, Reading reading) {
        Matcher matcher = PERFDATA.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group("quoted");
            String label = quoted == null ? matcher.group("bare") : quoted.replace("''", "'");
            OutputUnit unit = OutputUnit.of(matcher.group("uom"));
            Numbers.parse(matcher.group("value"))
                    .ifPresent(value -> reading.measure(label, value * unit.factor(), unit.unit()));
            limits(label, matcher.group("limits"), reading);
        }
    }

    /** The ranges of the plugin stay as it wrote them, for people to read. */
    private static void limits(String label, String text, Reading reading) {
        String[] parts = text.split(";", -1);
        StringBuilder written = new StringBuilder();
        for (int i = WARN; i < parts.length && i <= MAX; i++) {
            if (!parts[i].isEmpty()) {
                written.append(written.isEmpty() ? "" : ", ")
                        .append(LIMITS[i])
                        .append(' ')
                        .append(parts[i]);
            }
        }
        reading.note("limits of " + label, written.toString());
    }

    private static String before(String text) {
        int bar = text.indexOf('|');
        return bar < 0 ? text : text.substring(0, bar);
    }

    private static String after(String text) {
        int bar = text.indexOf('|');
        return bar < 0 ? "" : text.substring(bar + 1);
    }
}
