package org.watchfloor.ui.alerts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.condition.Condition;
import org.watchfloor.alert.condition.Limit;
import org.watchfloor.alert.condition.Metric;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.model.State;
import org.watchfloor.ui.chart.ChartContent;

/**
 * What a rule looks at and holds against a limit, so that it can be drawn. Immutable.
 *
 * @param metric as the history knows it
 * @param caption {@code latency}, or what is made of it: {@code latency; the rule looks at p95 latency over 5m}
 */
record Figure(String metric, String caption, List<ChartContent.Limit> limits) {
    /** These tell no more than the states do. */
    private static final Set<String> OF_STATE = Set.of(Sight.FAILED, Sight.FLAPPING);

    Figure {
        limits = List.copyOf(limits);
    }

    /** Empty if the rule looks at states only. */
    static Optional<Figure> of(Alert alert, AlertRule rule) {
        return switch (rule.test()) {
            case AlertRule.OfCheck test -> of(alert, test);
            case AlertRule.OfMembers _ -> Optional.empty();
        };
    }

    private static Optional<Figure> of(Alert alert, AlertRule.OfCheck test) {
        Optional<Limit<Sight>> limit = Limit.of(test.when());
        return limit.flatMap(Limit::metric)
                .or(() -> test.when().needs().windows().keySet().stream().min(Comparator.comparing(Metric::name)))
                .flatMap(metric -> name(metric, alert))
                .filter(name -> !OF_STATE.contains(name))
                .map(name -> new Figure(name, caption(name, limit), limits(test)));
    }

    /** Which of several that a pattern means is said by what happened. */
    private static Optional<String> name(Metric metric, Alert alert) {
        return metric.isPattern()
                ? Stream.of(alert.said().explanation().split("\\s"))
                        .filter(metric::matches)
                        .findFirst()
                : Optional.of(metric.name());
    }

    private static String caption(String name, Optional<Limit<Sight>> limit) {
        return name
                + limit.map(Limit::figure)
                        .filter(figure -> figure.contains(" "))
                        .map(figure -> "; the rule looks at " + figure)
                        .orElse("");
    }

    private static List<ChartContent.Limit> limits(AlertRule.OfCheck test) {
        List<ChartContent.Limit> limits = new ArrayList<>();
        add(limits, "fires", test.when(), State.DOWN);
        test.levels()
                .forEach((severity, level) -> add(limits, severity.name().toLowerCase(Locale.ROOT), level, State.DOWN));
        test.recover().ifPresent(recover -> add(limits, "recovers", recover, State.UP));
        return limits;
    }

    private static void add(List<ChartContent.Limit> limits, String word, Condition<Sight> condition, State colour) {
        Limit.of(condition)
                .filter(Limit::isOfValues)
                .map(limit -> new ChartContent.Limit(
                        limit.value(),
                        colour,
                        word + (limit.wantsLess() ? " below " : " above ") + limit.words(limit.value())))
                .ifPresent(limits::add);
    }
}
