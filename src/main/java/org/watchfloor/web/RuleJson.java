package org.watchfloor.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.Selector;
import org.watchfloor.alert.condition.Condition;
import org.watchfloor.model.Severity;

/** A rule in short, as the API tells it. */
record RuleJson(
        String id,
        String when,
        AlertRule.Each each,
        @JsonProperty("forSeconds") double hold,
        Severity severity,
        boolean enabled,
        boolean builtIn,
        String place) {
    static RuleJson of(AlertRule rule) {
        return new RuleJson(
                rule.id(),
                rule.test().text(),
                rule.test().each(),
                Seconds.of(rule.hold()),
                rule.severity(),
                rule.enabled(),
                rule.isBuiltIn(),
                rule.place().toString());
    }

    /**
     * The rest of it.
     *
     * @param on which checks it looks at; an empty list stands for all
     * @param levels worse severities and when they hold
     */
    record More(
            Selected on,
            Optional<String> recover,
            Map<Severity, String> levels,
            AlertRule.Missing missing,
            Map<String, String> labels,
            Optional<String> summary,
            Optional<String> description,
            Optional<String> runbook) {
        static More of(AlertRule rule) {
            AlertRule.Texts texts = rule.texts();
            return new More(
                    Selected.of(rule.on()),
                    recover(rule.test()),
                    levels(rule.test()),
                    rule.missing(),
                    rule.labels(),
                    CallerText.present(texts.summary()),
                    CallerText.present(texts.description()),
                    CallerText.present(texts.runbook()));
        }

        private static Optional<String> recover(AlertRule.Test test) {
            return switch (test) {
                case AlertRule.OfCheck check -> check.recover().map(Condition::text);
                case AlertRule.OfMembers members -> members.recover().map(Condition::text);
            };
        }

        private static Map<Severity, String> levels(AlertRule.Test test) {
            Map<Severity, String> levels = new EnumMap<>(Severity.class);
            Map<Severity, ? extends Condition<?>> written = switch (test) {
                case AlertRule.OfCheck check -> check.levels();
                case AlertRule.OfMembers members -> members.levels();
            };
            written.forEach((severity, condition) -> levels.put(severity, condition.text()));
            return levels;
        }
    }

    /** Names that may hold {@code *}; all of the kinds that are given must fit. */
    record Selected(
            List<String> hosts, List<String> groups, List<String> services, List<String> checks, List<String> tags) {
        static Selected of(Selector on) {
            return new Selected(on.hosts(), on.groups(), on.services(), on.checks(), on.tags());
        }
    }
}
