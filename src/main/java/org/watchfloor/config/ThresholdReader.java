package org.watchfloor.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.config.Threshold.Direction;

/** Reads {@code thresholds:}, limits such as {@code "> 500ms"} by metric. */
final class ThresholdReader {
    static final String KEY = "thresholds";

    private static final Pattern LIMIT = Pattern.compile("([<>])\\s*(\\S+)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    private static final String DOC =
            "limits by metric: latency (in ms if no unit is given) or any metric of the probe, as \"> 500ms\" or \"< 14\"";

    private ThresholdReader() {}

    private record Limit(Direction direction, double value) {}

    static List<Threshold> read(ConfigNode check) {
        List<Threshold> thresholds = new ArrayList<>();
        check.named(KEY, DOC).forEach((metric, node) -> read(metric, node).ifPresent(thresholds::add));
        return thresholds;
    }

    private static Optional<Threshold> read(String metric, ConfigNode node) {
        Optional<String> degradedText =
                node.key("degraded", "beyond this the check is DEGRADED").text();
        Optional<String> downText =
                node.key("down", "beyond this the check is DOWN").text();
        if (degradedText.isEmpty() && downText.isEmpty()) {
            node.problem("the threshold " + Problems.quoted(metric) + " sets no limit", "add degraded or down");
        }
        Optional<Limit> degraded = degradedText.flatMap(text -> limit(text, metric, "degraded", node));
        Optional<Limit> down = downText.flatMap(text -> limit(text, metric, "down", node));
        degraded.ifPresent(first -> down.ifPresent(second -> noteContradiction(first, second, metric, node)));
        return degraded.or(() -> down)
                .map(any -> new Threshold(metric, any.direction, degraded.map(Limit::value), down.map(Limit::value)));
    }

    private static Optional<Limit> limit(String text, String metric, String key, ConfigNode node) {
        Matcher matcher = LIMIT.matcher(text);
        Optional<Double> value = matcher.matches() ? value(matcher.group(2), metric) : Optional.empty();
        if (value.isEmpty()) {
            String example = metric.equals(Threshold.LATENCY) ? "\"> 500ms\" or \"> 500\"" : "\"> 90\" or \"< 14\"";
            String what = Problems.quoted(key) + " is " + Problems.quoted(text) + ", not a limit";
            node.problem(key, what, "write such as " + example);
        }
        return value.map(found -> new Limit(matcher.group(1).equals(">") ? Direction.ABOVE : Direction.BELOW, found));
    }

    private static Optional<Double> value(String text, String metric) {
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(Double.parseDouble(text));
        }
        return metric.equals(Threshold.LATENCY)
                ? DurationText.parse(text).map(duration -> (double) duration.toMillis())
                : Optional.empty();
    }

    private static void noteContradiction(Limit degraded, Limit down, String metric, ConfigNode node) {
        if (degraded.direction != down.direction) {
            node.problem(
                    "down",
                    "degraded and down of " + Problems.quoted(metric) + " point in different directions",
                    "use > or < for both");
        } else if (!degraded.direction.isBeyond(down.value, degraded.value)) {
            node.problem(
                    "down",
                    "down of " + Problems.quoted(metric) + " is not beyond degraded",
                    "make down the worse limit of the two");
        }
    }
}
