package org.watchfloor.engine.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.Attention;
import org.watchfloor.alert.Evaluation;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.condition.Needs;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Severity;

/**
 * The alert of one rule about one subject as it would have gone; {@link Evaluation} decides each step, as it does in the
 * engine. Confined to the thread of the back-test.
 */
final class Life<S> {
    private static final long SECOND = 1_000;
    /** So often the engine looks at what changes with time alone. */
    static final long LOOK_EVERY = 5 * SECOND;

    private final AlertRule rule;
    private final AlertRule.Conditions<S> test;
    private final Subject subject;
    private final S sight;
    private final Consumer<Firing> firings;
    private final boolean hasAge;
    private final boolean hasWindow;

    private Optional<Alert> alert = Optional.empty();
    private Optional<Instant> falseSince = Optional.empty();
    private Severity worst;

    Life(AlertRule rule, AlertRule.Conditions<S> test, Subject subject, S sight, Consumer<Firing> firings) {
        this.rule = rule;
        this.test = test;
        this.subject = subject;
        this.sight = sight;
        this.firings = firings;
        this.worst = rule.severity();
        Needs needs = rule.needs();
        hasAge = needs.age();
        hasWindow = needs.windows().values().stream().anyMatch(Duration::isPositive);
    }

    /** When time alone makes it look again, from then on; {@link Long#MAX_VALUE} if it does not. */
    long tickAt(long from) {
        if (alert.isPresent() && !alert.get().isFiring()) {
            long due = alert.get().since().plus(rule.hold()).toEpochMilli();
            return ceil(hasAge || hasWindow ? from : Math.max(from, due), SECOND);
        }
        return hasAge ? ceil(from, LOOK_EVERY) : Long.MAX_VALUE;
    }

    static long ceil(long millis, long step) {
        return Math.ceilDiv(millis, step) * step;
    }

    void look(Attention attention, Instant now) {
        switch (attention) {
            case NONE -> alert.ifPresent(open -> end(open, now));
            case BEHIND -> alert = alert.filter(Alert::isFiring);
            case FULL, FRESHNESS -> {
                if (attention.allows(rule)) {
                    look(now);
                }
            }
        }
    }

    void look(Instant now) {
        Evaluation.Look look = Evaluation.look(rule, test, alert, sight, now);
        switch (look.step()) {
            case STAY -> {}
            case BEGIN -> alert = Optional.of(begun(look.severity(), now));
            case BEGIN_FIRING -> fire(begun(look.severity(), now), look.severity(), now);
            case FIRE -> fire(alert.orElseThrow(), look.severity(), now);
            case CLEAR -> alert = Optional.empty();
            case SEVERITY -> alert = alert.map(open -> open.as(look.severity(), open.said()));
            case RESOLVE -> end(alert.orElseThrow(), now);
        }
        if (alert.isPresent() && alert.get().isFiring()) {
            note(alert.get().severity(), look.holds(rule), now);
        }
    }

    /** The span is over; what fires still does. */
    void finish(Instant end) {
        alert.filter(Alert::isFiring)
                .ifPresent(open -> firings.accept(firing(open, Optional.empty(), falseSince.orElse(end))));
    }

    private void note(Severity severity, boolean holds, Instant now) {
        worst = severity.compareTo(worst) < 0 ? severity : worst;
        if (!holds && falseSince.isEmpty()) {
            falseSince = Optional.of(now);
        }
    }

    private Alert begun(Severity severity, Instant now) {
        return new Alert(
                new AlertId(1),
                rule.id(),
                subject,
                Labels.of(Map.of()),
                severity,
                now,
                Optional.empty(),
                Optional.empty(),
                said(""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }

    private void fire(Alert begun, Severity severity, Instant now) {
        alert = Optional.of(
                begun.as(severity, said(test.when().explain(sight, now))).fired(now));
        worst = severity;
        falseSince = Optional.empty();
    }

    private static Alert.Said said(String explanation) {
        return new Alert.Said("", "", explanation, "", "");
    }

    private void end(Alert open, Instant now) {
        if (open.isFiring()) {
            firings.accept(firing(open, Optional.of(now), falseSince.orElse(now)));
        }
        alert = Optional.empty();
    }

    private Firing firing(Alert open, Optional<Instant> to, Instant trueUntil) {
        return new Firing(
                subject,
                open.since(),
                open.firedAt().orElseThrow(),
                to,
                trueUntil,
                worst,
                open.said().explanation());
    }
}
