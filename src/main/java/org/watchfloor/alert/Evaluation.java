package org.watchfloor.alert;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.alert.condition.Condition;
import org.watchfloor.alert.condition.Truth;
import org.watchfloor.model.Severity;

/** What one look at one rule means for its alert. Pure; the same for the present, the past and tests. */
public final class Evaluation {
    private Evaluation() {}

    /** What happens to the alert. */
    public enum Step {
        /** Nothing; there may be no alert at all. */
        STAY,
        /** A new alert that has to wait. */
        BEGIN,
        /** A new alert that fires at once. */
        BEGIN_FIRING,
        /** A pending alert fires. */
        FIRE,
        /** A pending alert goes away. */
        CLEAR,
        /** It fires with another severity. */
        SEVERITY,
        RESOLVE
    }

    /** What one look came to. */
    public record Look(Truth when, Step step, Severity severity) {
        /** Whether the condition counts as true. */
        public boolean holds(AlertRule rule) {
            return when == Truth.TRUE || (when == Truth.MISSING && rule.missing() == AlertRule.Missing.ALERT);
        }
    }

    /**
     * Looks at a subject through a rule.
     *
     * @param alert the one of this rule and subject that is pending or fires
     */
    public static <S> Look look(
            AlertRule rule, AlertRule.Conditions<S> test, Optional<Alert> alert, S subject, Instant now) {
        Truth when = test.when().test(subject, now);
        if (alert.isEmpty() && when == Truth.FALSE) {
            return new Look(when, Step.STAY, rule.severity());
        }
        Truth recovered =
                test.recover().map(recover -> recover.test(subject, now)).orElse(Truth.MISSING);
        Severity severity = severity(rule.severity(), test.levels(), subject, now);
        return new Look(when, step(rule, alert, when, recovered, severity, now), severity);
    }

    /**
     * @param when what the condition says now
     * @param recovered what the condition for recovery says; without one, the opposite of {@code when}
     * @param severity how bad it is by the levels now
     */
    public static Step step(
            AlertRule rule, Optional<Alert> alert, Truth when, Truth recovered, Severity severity, Instant now) {
        boolean assumed = when == Truth.MISSING && rule.missing() == AlertRule.Missing.ALERT;
        boolean holds = when == Truth.TRUE || assumed;
        if (alert.isEmpty()) {
            if (!holds) {
                return Step.STAY;
            }
            return rule.hold().isZero() ? Step.BEGIN_FIRING : Step.BEGIN;
        }
        if (when == Truth.MISSING && rule.missing() == AlertRule.Missing.KEEP) {
            return Step.STAY;
        }
        return alert.get().isFiring()
                ? firing(rule, alert.get(), holds, recovered, severity)
                : pending(rule, alert.get(), holds, now);
    }

    private static Step pending(AlertRule rule, Alert alert, boolean holds, Instant now) {
        if (!holds) {
            return Step.CLEAR;
        }
        return now.isBefore(alert.since().plus(rule.hold())) ? Step.STAY : Step.FIRE;
    }

    private static Step firing(AlertRule rule, Alert alert, boolean holds, Truth recovered, Severity severity) {
        boolean hasRecovery = switch (rule.test()) {
            case AlertRule.Conditions<?> test -> test.recover().isPresent();
        };
        boolean over = hasRecovery ? recovered == Truth.TRUE : !holds;
        if (over) {
            return Step.RESOLVE;
        }
        return holds && severity != alert.severity() ? Step.SEVERITY : Step.STAY;
    }

    /** The worst level that holds, or the rule's own severity. */
    public static <S> Severity severity(Severity own, Map<Severity, Condition<S>> levels, S subject, Instant now) {
        for (Map.Entry<Severity, Condition<S>> level : levels.entrySet()) {
            if (level.getValue().test(subject, now) == Truth.TRUE) {
                return level.getKey();
            }
        }
        return own;
    }
}
