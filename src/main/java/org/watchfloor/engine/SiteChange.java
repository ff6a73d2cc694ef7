package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.config.Check;
import org.watchfloor.config.Site;
import org.watchfloor.config.Witnesses;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Flaps;
import org.watchfloor.health.HealthRules;
import org.watchfloor.incident.IncidentTracker;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;

/** Puts another site in force: unchanged checks keep what is known of them. Confined to one decision. */
final class SiteChange {
    private final Draft draft;
    private final EngineState before;

    SiteChange(Draft draft) {
        this.draft = draft;
        this.before = draft.state();
    }

    void adopt(Site site) {
        Layout layout = new Layout(site);
        draft.replace(before.withSite(layout, carriedOver(layout), kept(layout), remembered(layout), draft.now()));
        draft.replace(draft.state().withGates(before.gates().of(site, draft.now())));
        recall(layout);
        adoptWitnesses(site);
        for (int slot = 0; slot < layout.checks().size(); slot++) {
            startAnewIfChanged(layout.checks().get(slot), slot);
            followEnabled(layout.checks().get(slot), slot);
        }
        new Reach(draft).settle(layout.checks().stream().map(Check::id).toList());
        new Reach(draft).follow(doubtUntold(layout));
        resolveUnwatched();
        new Failing(draft).endUnwatched();
        new AlertSite(draft).follow();
        if (!before.layout().isConfigured()) {
            new Acting(draft).settleCutShort();
            new Groups(draft).waitAgain();
        }
        draft.effect(new Effect.Adopt(site, paused()));
        layout.checks()
                .forEach(check ->
                        draft.state().check(check.id()).ifPresent(health -> Pacing.confirm(draft, check, health)));
    }

    /** What is known of a check that somebody looks at again. */
    static CheckHealth unseen(CheckHealth health, Instant now) {
        return new CheckHealth(
                health.check(),
                State.UNKNOWN,
                now,
                State.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                health.recent(),
                Flaps.NONE);
    }

    private void recall(Layout layout) {
        Recall recall = Recall.between(before.layout(), before.alerting().recall(), layout);
        if (!recall.isEmpty()) {
            draft.alerts(draft.alerts().withRecall(recall));
            draft.effect(new Effect.ReadBack(recall));
        }
    }

    private void adoptWitnesses(Site site) {
        Witnesses witnesses = site.section(Witnesses.class).orElse(Witnesses.DEFAULT);
        boolean known = before.layout()
                .site()
                .section(Witnesses.class)
                .filter(witnesses::equals)
                .isPresent();
        if (!known) {
            draft.replace(draft.state().withNetwork(draft.state().network().with(witnesses)));
        }
    }

    private Slots<CheckHealth> carriedOver(Layout layout) {
        List<CheckHealth> checks = new ArrayList<>(layout.checks().size());
        for (Check check : layout.checks()) {
            checks.add(before.check(check.id())
                    .or(() -> recalled(check.id()).map(Remembered::health))
                    .orElseGet(() -> CheckHealth.unseen(check.id(), draft.now())));
        }
        return Slots.copyOf(checks);
    }

    private Slots<Map<String, Samples>> kept(Layout layout) {
        List<Map<String, Samples>> kept = new ArrayList<>(layout.checks().size());
        for (Check check : layout.checks()) {
            kept.add(before.layout()
                    .slot(check.id())
                    .map(slot -> before.alerting().kept().get(slot))
                    .orElse(Map.of()));
        }
        return Slots.copyOf(kept);
    }

    private Map<CheckId, Remembered> remembered(Layout layout) {
        Map<CheckId, Remembered> next = new HashMap<>(before.remembered());
        for (Check check : before.layout().checks()) {
            before.check(check.id())
                    .ifPresent(health -> next.put(check.id(), new Remembered(health, !check.enabled())));
        }
        layout.checks().forEach(check -> next.remove(check.id()));
        return Map.copyOf(next);
    }

    private void startAnewIfChanged(Check check, int slot) {
        CheckHealth health = draft.state().checks().get(slot);
        boolean changed = before.layout()
                .check(check.id())
                .filter(old -> !old.spec().equals(check.spec()))
                .isPresent();
        if (health.state() == State.PAUSED) {
            return;
        }
        if (changed) {
            draft.put(slot, unseen(health, draft.now()), "changed at " + check.place(), Optional.empty());
        } else if (before.check(check.id()).isEmpty()) {
            draft.put(slot, HealthRules.observedAgain(health, draft.now()), "watched again", Optional.empty());
        }
    }

    /** {@code enabled} in the file switches a check off and on; a pause by a person outlives other edits. */
    private void followEnabled(Check check, int slot) {
        CheckHealth health = draft.state().checks().get(slot);
        boolean wasDisabled = before.layout()
                .check(check.id())
                .map(old -> !old.enabled())
                .or(() -> recalled(check.id()).map(Remembered::disabled))
                .orElse(false);
        if (!check.enabled() && health.state() != State.PAUSED) {
            CheckHealth paused = HealthRules.shownAs(State.PAUSED, health, draft.now());
            draft.put(slot, paused, "switched off at " + check.place(), Optional.of(Reason.DISABLED));
        } else if (check.enabled() && wasDisabled && health.state() == State.PAUSED) {
            draft.put(slot, unseen(health, draft.now()), "switched on at " + check.place(), Optional.empty());
        }
    }

    /** What comes back as down while no open incident says so is to be confirmed anew; that opens one, if it is true. */
    private List<CheckId> doubtUntold(Layout layout) {
        List<CheckId> doubted = new ArrayList<>();
        for (int slot = 0; slot < layout.checks().size(); slot++) {
            CheckHealth health = draft.state().checks().get(slot);
            if (before.check(health.check()).isEmpty() && health.state() == State.DOWN && !isTold(health.check())) {
                draft.put(slot, unseen(health, draft.now()), "watched again", Optional.empty());
                doubted.add(health.check());
            }
        }
        return doubted;
    }

    private boolean isTold(CheckId check) {
        return Optional.ofNullable(draft.state().openIncidents().get(check.host()))
                .filter(incident -> incident.involved().contains(check))
                .isPresent();
    }

    private Optional<Remembered> recalled(CheckId check) {
        return Optional.ofNullable(before.remembered().get(check));
    }

    private void resolveUnwatched() {
        before.openIncidents().keySet().forEach(host -> {
            IncidentTracker tracker = draft.tracker(host);
            String why = "the checks in trouble are no longer watched";
            tracker.settle(Decider.inTrouble(draft.state(), host), why, draft.now());
            draft.track(host, tracker);
        });
    }

    private Set<CheckId> paused() {
        return draft.state().checks().stream()
                .filter(health -> health.state() == State.PAUSED)
                .map(CheckHealth::check)
                .collect(Collectors.toUnmodifiableSet());
    }
}
