package org.watchfloor.recovery;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.recovery.step.Known;

/** Reads {@code parameters:}. Stateless. */
final class ParameterReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,49}");
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");
    private static final Duration DAY = Duration.ofDays(1);

    private final Set<String> hosts;

    ParameterReader(Set<String> hosts) {
        this.hosts = hosts;
    }

    /** The kinds as they are written. */
    private enum Type {
        TEXT,
        NUMBER,
        CHOICE,
        HOST,
        DURATION
    }

    List<Parameter> read(ConfigNode runbook) {
        List<Parameter> parameters = new ArrayList<>();
        runbook.named("parameters", "what is asked before it begins, by name").forEach((name, node) -> {
            checkName(name, node);
            parameters.add(parameter(name, node));
        });
        return parameters;
    }

    private static void checkName(String name, ConfigNode node) {
        if (!NAME.matcher(name).matches() && !node.isDescribing()) {
            node.problem(
                    "\"" + name + "\" is not the name of a parameter",
                    "use 1 to 50 letters, digits, underscores or hyphens, beginning with a letter");
        } else if (Known.TARGET.meanings().containsKey(name) || name.equals("from") || name.equals("to")) {
            node.problem("\"" + name + "\" has a meaning of its own in every runbook", "choose another name");
        }
    }

    private Parameter parameter(String name, ConfigNode node) {
        ParameterKind kind = kind(node);
        String title = node.key("title", "what is asked; the name by default").text(name);
        Optional<String> byDefault =
                node.key("default", "value unless another one is given").text();
        boolean required = node.key("required", "false: may be left empty; true by default")
                .flag(true);
        byDefault
                .flatMap(kind::fault)
                .ifPresent(fault -> node.problem(
                        "default", "the default of \"" + name + "\" " + fault, "write one that fits: " + kind.rule()));
        if (!required && byDefault.isEmpty() && !(kind instanceof ParameterKind.Text)) {
            node.problem("required", "only a text can be left empty", "add a default, or remove required: false");
        }
        return new Parameter(name, title, kind, byDefault, required);
    }

    private ParameterKind kind(ConfigNode node) {
        Type type = node.key("type", "text (default), number, choice, host, duration")
                .choice(Type.TEXT);
        Optional<Pattern> pattern =
                node.key("pattern", "of a text: all of it must match").pattern();
        int longest = node.key("max-length", "of a text, 1 to 4096 characters; 200 by default")
                .integer(200, 1, 4096);
        BigDecimal min = bound(node, "min", "least number, or seconds of a duration; 0 by default", BigDecimal.ZERO);
        BigDecimal max = bound(
                node,
                "max",
                "greatest number, or seconds of a duration; 1000000000 or a day by default",
                type == Type.DURATION ? BigDecimal.valueOf(DAY.toSeconds()) : LARGEST);
        List<String> choices = node.key("choices", "of a choice: the values").texts();
        noteStrays(node, type, pattern, choices);
        if (min.compareTo(max) > 0) {
            node.problem("min", "the least value is greater than the greatest one", "put min: below max:");
        }
        return switch (type) {
            case TEXT -> new ParameterKind.Text(pattern, longest);
            case NUMBER -> new ParameterKind.Numeric(min, max);
            case CHOICE -> new ParameterKind.Choice(choices);
            case HOST -> new ParameterKind.OfHost(hosts);
            case DURATION ->
                new ParameterKind.Length(Duration.ofSeconds(min.longValue()), Duration.ofSeconds(max.longValue()));
        };
    }

    private static BigDecimal bound(ConfigNode node, String key, String doc, BigDecimal byDefault) {
        Optional<Double> written = node.key(key, doc).number();
        if (written.filter(number -> Math.abs(number) > LARGEST.doubleValue()).isPresent()) {
            node.problem(key, "\"" + key + "\" is out of range", "write a number up to 1000000000");
            return byDefault;
        }
        return written.map(number -> BigDecimal.valueOf(number).stripTrailingZeros())
                .orElse(byDefault);
    }

    private static void noteStrays(ConfigNode node, Type type, Optional<Pattern> pattern, List<String> choices) {
        if (type == Type.CHOICE && choices.isEmpty()) {
            node.problem("choices", "there is nothing to choose from", "add choices: with the values");
        } else if (type != Type.CHOICE && !choices.isEmpty()) {
            node.problem("choices", "only a choice has choices", "write type: choice");
        }
        if (type != Type.TEXT && pattern.isPresent()) {
            node.problem("pattern", "only a text has a pattern", "remove it");
        }
    }
}
