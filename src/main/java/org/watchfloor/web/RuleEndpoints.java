package org.watchfloor.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.watchfloor.alert.AlertRule;

/** The rules that say when something deserves attention. */
final class RuleEndpoints {
    private final Policies policies;
    private final KnownAlerts alerts;
    private final InstantSource clock;

    RuleEndpoints(EnginePorts engine, InstantSource clock) {
        this.policies = new Policies(engine.snapshots());
        this.alerts = new KnownAlerts(engine);
        this.clock = clock;
    }

    Reply list(Call call) {
        return Reply.ok(new RuleList(
                policies.alerts().rules().stream().map(RuleJson::of).toList()));
    }

    Reply one(Call call) {
        AlertRule rule = policies.alerts()
                .rule(call.path().getOrDefault("id", ""))
                .orElseThrow(() -> Problem.notFound("there is no such alert rule; GET /api/v1/alert-rules lists them"));
        Instant now = clock.instant();
        List<AlertJson> present = alerts.present()
                .filter(alert -> alert.isOfRule() && alert.rule().equals(rule.id()))
                .map(alert -> AlertJson.of(alert, now))
                .toList();
        return Reply.ok(new RuleDetail(RuleJson.of(rule), RuleJson.More.of(rule), present));
    }

    /** In the order of the configuration. */
    record RuleList(List<RuleJson> rules) {}

    /** A rule with all that it says, and its present alerts. */
    record RuleDetail(RuleJson rule, RuleJson.More more, List<AlertJson> alerts) {}
}
