package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.Attention;
import org.watchfloor.alert.Evaluation;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.config.Check;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.State;

/** Looks at checks through the alert rules. Confined to one decision. */
final class Alerting {
    private static final long SECONDS_BETWEEN_LOOKS = 5;

    private final Draft draft;
    private final AlertLife life;

    Alerting(Draft draft) {
        this.draft = draft;
        this.life = new AlertLife(draft);
    }

    /** Keeps what the rules need of a result, then asks them. */
    void resultCame(int slot, CheckHealth before, CheckResult result) {
        Watch.Own own = watch().of(slot);
        if (own.rules().isEmpty() && own.needs().windows().isEmpty()) {
            return;
        }
        Map<String, Samples> kept = draft.alerts().kept().get(slot);
        Map<String, Samples> next = new HashMap<>(kept);
        keep(own, next, result);
        CheckHealth after = draft.state().checks().get(slot);
        if (before.hard() == State.DOWN && after.hard() != State.DOWN) {
            next.remove(Sight.FAILED); // an outage that was confirmed and told is not an error rate
        }
        if (!next.isEmpty() || !kept.isEmpty()) {
            draft.alerts(draft.alerts().withKept(draft.alerts().kept().with(slot, next)));
        }
        look(slot);
    }

    private static void keep(Watch.Own own, Map<String, Samples> kept, CheckResult result) {
        if (!own.keepsAnything()) {
            return;
        }
        for (String metric : CheckSight.names(result)) {
            Optional<Duration> span = own.span(metric);
            if (span.isPresent()) {
                double value = CheckSight.value(metric, result);
                kept.put(metric, kept.getOrDefault(metric, Samples.NONE).with(result.finishedAt(), value, span.get()));
            }
        }
    }

    /** Asks the rules of one check. */
    void look(int slot) {
        CheckHealth health = draft.state().checks().get(slot);
        Watch.Own own = watch().of(slot);
        if (isOutOfSight(health)) {
            return;
        }
        Attention attention = Attention.to(health.state(), health.behind().isPresent());
        switch (attention) {
            case NONE -> life.endAll(Subject.of(health.check()), health.check() + " is not watched any more");
            case BEHIND ->
                life.dropPending(
                        Subject.of(health.check()),
                        "it lies behind " + health.behind().orElseThrow());
            case FULL, FRESHNESS -> {
                CheckSight sight = new CheckSight(health, draft.alerts().kept().get(slot));
                for (int index = 0; index < own.rules().size(); index++) {
                    AlertRule rule = own.rules().get(index);
                    if (attention.allows(rule) && !draft.alerts().recall().holdsUp(rule, health.check())) {
                        ask(rule, (AlertRule.OfCheck) rule.test(), sight, slot);
                    }
                }
            }
        }
    }

    /** Without a network there is nothing to judge by: alerts stay as they are. */
    private boolean isOutOfSight(CheckHealth health) {
        return draft.state()
                .layout()
                .host(health.check().host())
                .filter(draft.state().network()::isLost)
                .isPresent();
    }

    private void ask(AlertRule rule, AlertRule.OfCheck test, CheckSight sight, int slot) {
        Instant now = draft.now();
        Evaluation.Look look = Evaluation.look(rule, test, life.active(slot, rule.id()), sight, now);
        Evaluation.Step step = look.step();
        if (step != Evaluation.Step.STAY) {
            Check check = draft.state().layout().checks().get(slot);
            Subject subject = Subject.of(check.id());
            String explanation = (step == Evaluation.Step.RESOLVE || step == Evaluation.Step.CLEAR)
                            && test.recover().isPresent()
                    ? test.recover().get().explain(sight, now)
                    : test.when().explain(sight, now);
            life.take(step, rule, subject, look.severity(), sight.health().message(), explanation);
        }
    }

    /** What time alone brings about. */
    void timePassed() {
        Layout layout = draft.state().layout();
        boolean looksAtAll = draft.now().getEpochSecond() % SECONDS_BETWEEN_LOOKS == 0;
        for (int slot = 0; slot < layout.checks().size(); slot++) {
            List<Alert> alerts = draft.alerts().book().ofChecks().get(slot);
            boolean isWaiting =
                    !alerts.isEmpty() && alerts.stream().anyMatch(alert -> alert.status() == Alert.Status.PENDING);
            boolean isTimed = looksAtAll && watch().of(slot).needs().age();
            if (isWaiting || isTimed) {
                look(slot);
            }
        }
        if (looksAtAll && draft.state().network().lost().isEmpty()) {
            watch().together().forEach((together, slots) -> {
                if (!isHeldUp(together.rule(), slots)) {
                    lookTogether(together, slots);
                }
            });
        }
    }

    private boolean isHeldUp(AlertRule rule, List<Integer> slots) {
        Recall recall = draft.alerts().recall();
        List<Check> checks = draft.state().layout().checks();
        return !recall.isEmpty()
                && slots.stream()
                        .anyMatch(slot -> recall.holdsUp(rule, checks.get(slot).id()));
    }

    private void lookTogether(Watch.Together together, List<Integer> slots) {
        AlertRule.OfMembers test = (AlertRule.OfMembers) together.rule().test();
        CheckMembers members = new CheckMembers(together.subject().toString(), slots, draft.state());
        Instant now = draft.now();
        Optional<Alert> alert = draft.alerts()
                .book()
                .active(
                        draft.state().layout(),
                        together.subject(),
                        together.rule().id());
        Evaluation.Look look = Evaluation.look(together.rule(), test, alert, members, now);
        if (look.step() != Evaluation.Step.STAY) {
            life.take(
                    look.step(),
                    together.rule(),
                    together.subject(),
                    look.severity(),
                    "",
                    test.when().explain(members, now));
        }
    }

    private Watch watch() {
        return draft.state().layout().watch();
    }
}
