package org.watchfloor.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.config.WrittenEntry;

/** The rules that say when something deserves attention. */
final class RuleEndpoints {
    private final Policies policies;
    private final KnownAlerts alerts;
    private final Edits edits;
    private final InstantSource clock;

    RuleEndpoints(EnginePorts engine, InstantSource clock) {
        this.policies = new Policies(engine.snapshots());
        this.alerts = new KnownAlerts(engine);
        this.edits = new Edits(engine.editing().editor());
        this.clock = clock;
    }

    Reply list(Call call) {
        return Reply.ok(new RuleList(
                policies.alerts().rules().stream().map(RuleJson::of).toList()));
    }

    Reply one(Call call) throws InterruptedException {
        AlertRule rule = policies.alerts()
                .rule(call.path().getOrDefault("id", ""))
                .orElseThrow(() -> Problem.notFound("there is no such alert rule; GET /api/v1/alert-rules lists them"));
        Instant now = clock.instant();
        List<AlertJson> present = alerts.present()
                .filter(alert -> alert.isOfRule() && alert.rule().equals(rule.id()))
                .map(alert -> AlertJson.of(alert, now))
                .toList();
        Optional<WrittenEntry> entry = edits.find(AlertSection.RULES.entry(rule.id()));
        return Reply.json(
                        200,
                        new RuleDetail(
                                RuleJson.of(rule), RuleJson.More.of(rule), present, entry.map(EditJson.EntryJson::of)))
                .with(entry.map(Edits::etag).orElse(Map.of()));
    }

    /** In the order of the configuration. */
    record RuleList(List<RuleJson> rules) {}

    /** A rule with all that it says, its present alerts, and what a file says of it, if any does. */
    record RuleDetail(
            RuleJson rule, RuleJson.More more, List<AlertJson> alerts, Optional<EditJson.EntryJson> written) {}
}
