package org.watchfloor.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.watchfloor.alert.condition.Condition;
import org.watchfloor.alert.condition.ConditionParser;
import org.watchfloor.alert.condition.Parsed;
import org.watchfloor.alert.condition.Problem;
import org.watchfloor.config.ConfigKey;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.model.Severity;

/** Reads one alert rule. Stateless. */
final class RuleReader {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Pattern LABEL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    private static final String NEVER = "state == UP and state == DOWN";

    private RuleReader() {}

    static AlertRule read(String id, ConfigNode node) {
        AlertRule.Each each = node.key(
                        "each", "one alert for each check (default), host, group, service, or for the whole site")
                .choice(AlertRule.Each.CHECK);
        AlertRule.Test test = each == AlertRule.Each.CHECK ? ofCheck(node) : ofMembers(each, node);
        return new AlertRule(
                id,
                node.section("on", "which checks it looks at; all by default")
                        .map(Selector::read)
                        .orElse(Selector.ALL),
                test,
                node.key("for", "how long the condition must hold before it fires; 0s by default")
                        .duration(Duration.ZERO, Duration.ZERO, MONTH),
                node.key("missing", "what a missing value means: keep (default), ok, alert")
                        .choice(AlertRule.Missing.KEEP),
                node.key("severity", "critical, high, medium (default), low, info")
                        .choice(Severity.MEDIUM),
                new TreeMap<>(labels(node)),
                texts(node),
                node.key("enabled", "false: kept, shown, but not looked at").flag(true),
                node.place().file().equals("built-in"),
                node.place());
    }

    private static AlertRule.OfCheck ofCheck(ConfigNode node) {
        return new AlertRule.OfCheck(
                when(node, ConditionParser::forCheck),
                recover(node, ConditionParser::forCheck),
                levels(node, ConditionParser::forCheck));
    }

    private static AlertRule.OfMembers ofMembers(AlertRule.Each each, ConfigNode node) {
        return new AlertRule.OfMembers(
                each,
                when(node, ConditionParser::forMembers),
                recover(node, ConditionParser::forMembers),
                levels(node, ConditionParser::forMembers));
    }

    private static <S> Condition<S> when(ConfigNode node, Function<String, Parsed<S>> parser) {
        ConfigKey key = node.key("when", "the condition, such as p95(latency, 5m) > 500ms");
        String text = key.requiredText();
        return condition(key, Optional.of(text).filter(found -> !found.isEmpty()), parser)
                .orElseGet(() -> never(parser));
    }

    private static <S> Optional<Condition<S>> recover(ConfigNode node, Function<String, Parsed<S>> parser) {
        ConfigKey key = node.key("recover", "the condition that ends it; by default that the first one does not hold");
        return condition(key, key.text(), parser);
    }

    private static <S> Map<Severity, Condition<S>> levels(ConfigNode node, Function<String, Parsed<S>> parser) {
        Map<Severity, Condition<S>> levels = new TreeMap<>();
        node.section("levels", "other severities and when they hold instead").ifPresent(section -> {
            for (Severity severity : Severity.values()) {
                String name = severity.name().toLowerCase(java.util.Locale.ROOT);
                ConfigKey key = section.key(name, "when it is " + name);
                condition(key, key.text(), parser).ifPresent(found -> levels.put(severity, found));
            }
        });
        return levels;
    }

    private static <S> Optional<Condition<S>> condition(
            ConfigKey key, Optional<String> text, Function<String, Parsed<S>> parser) {
        return text.flatMap(written -> {
            Parsed<S> parsed = parser.apply(written);
            parsed.problem().ifPresent(problem -> note(key, problem));
            return parsed.condition();
        });
    }

    private static void note(ConfigKey key, Problem problem) {
        key.problemAt(problem.offset(), problem.what(), problem.mend());
    }

    private static <S> Condition<S> never(Function<String, Parsed<S>> parser) {
        return parser.apply(NEVER)
                .condition()
                .or(() -> parser.apply("count(" + NEVER + ") < 0").condition())
                .orElseThrow();
    }

    private static Map<String, String> labels(ConfigNode node) {
        Map<String, String> labels =
                node.key("labels", "labels of the alert, beside its own").textMap();
        labels.keySet().stream()
                .filter(name -> !LABEL.matcher(name).matches() || OWN.contains(name))
                .forEach(name -> node.problem(
                        "labels",
                        "\"" + name + "\" cannot be a label",
                        "use letters, digits and underscores, and none of " + String.join(", ", OWN)));
        return labels;
    }

    private static final List<String> OWN = List.of("rule", "check", "host", "group", "service", "tags", "severity");

    private static AlertRule.Texts texts(ConfigNode node) {
        return new AlertRule.Texts(
                node.key("summary", "one line; Mustache with {{subject}}, {{message}}, {{explanation}} and the labels")
                        .text(""),
                node.key("description", "more of it; Mustache").text(""),
                node.key("runbook", "a link to what to do")
                        .uri("http", "https")
                        .map(Object::toString)
                        .orElse(""));
    }
}
