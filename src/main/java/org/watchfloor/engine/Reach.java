package org.watchfloor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.HealthRules;
import org.watchfloor.health.Reachability;
import org.watchfloor.incident.IncidentTracker;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.State;

/** Tells what is down from what only lies behind it. Confined to one decision. */
final class Reach implements Reachability.Present {
    private final Draft draft;

    Reach(Draft draft) {
        this.draft = draft;
    }

    @Override
    public boolean isWatched(CheckId check) {
        return health(check).filter(health -> health.state() != State.PAUSED).isPresent();
    }

    @Override
    public boolean isDown(CheckId check) {
        return health(check)
                .filter(health -> health.state() != State.PAUSED && health.hard() == State.DOWN)
                .isPresent();
    }

    /** The same health, cut off if the check is hard DOWN and lies behind something that is broken. */
    CheckHealth placed(CheckHealth health) {
        if (health.hard() != State.DOWN || health.behind().isPresent()) {
            return health;
        }
        return draft.state()
                .layout()
                .reachability()
                .behind(health.check(), this)
                .map(behind -> HealthRules.cutOff(health, behind, draft.now()))
                .orElse(health);
    }

    /** Looks anew at all that lies behind these checks, which became hard DOWN or ceased to be. */
    void follow(Collection<CheckId> changed) {
        Set<CheckId> downstream = new LinkedHashSet<>();
        changed.forEach(
                check -> downstream.addAll(draft.state().layout().reachability().downstreamOf(check)));
        settle(downstream);
    }

    /** What is down behind a check that works again is looked at now: it may have been down for that reason only. */
    void lookBehind(CheckId recovered) {
        List<CheckId> down = draft.state().layout().reachability().downstreamOf(recovered).stream()
                .filter(check -> health(check)
                        .filter(one -> one.hard() == State.DOWN && one.state() != State.PAUSED)
                        .isPresent())
                .toList();
        if (!down.isEmpty()) {
            draft.effect(new Effect.RunNow(down));
        }
    }

    /** Looks anew at these checks until nothing changes any more. */
    void settle(Collection<CheckId> checks) {
        Map<String, Integer> cut = new LinkedHashMap<>();
        Set<CheckId> inSight = new LinkedHashSet<>();
        boolean goesOn = true;
        while (goesOn) { // each round settles one step of the way down; what depends on each other is free of circles
            goesOn = false;
            for (CheckId check : checks) {
                goesOn |= lookAnew(check, cut, inSight);
            }
        }
        cut.forEach(this::tell);
        if (!inSight.isEmpty()) {
            draft.effect(new Effect.RunNow(List.copyOf(inSight)));
        }
    }

    private boolean lookAnew(CheckId check, Map<String, Integer> cut, Set<CheckId> inSight) {
        int slot = draft.state().layout().slot(check).orElseThrow();
        CheckHealth before = draft.state().checks().get(slot);
        if (before.state() == State.PAUSED || before.hard() != State.DOWN) {
            return false;
        }
        Optional<String> behind = draft.state().layout().reachability().behind(check, this);
        if (behind.equals(before.behind())) {
            return false;
        }
        if (behind.isPresent()) {
            put(slot, HealthRules.cutOff(before, behind.get(), draft.now()), "behind " + behind.get());
            cut.merge(behind.get(), 1, Integer::sum);
        } else {
            put(
                    slot,
                    HealthRules.inSightAgain(draft.state().layout().checks().get(slot), before, draft.now()),
                    "in sight again: " + before.behind().orElseThrow() + " works");
            inSight.add(check);
        }
        return true;
    }

    private void put(int slot, CheckHealth after, String why) {
        CheckHealth before = draft.state().checks().get(slot);
        draft.put(slot, after, why, Optional.empty());
        new Alerting(draft).look(slot);
        if (before.state() != after.state()) {
            HostId host = after.check().host();
            IncidentTracker tracker = draft.tracker(host);
            tracker.stateChanged(after.check(), after.state(), why, draft.now());
            String over = "what was down here is unreachable " + why + "; that is the trouble";
            tracker.settle(Decider.inTrouble(draft.state(), host), over, draft.now());
            draft.track(host, tracker);
        }
    }

    /** The incident of the cause says how much lies behind it. */
    private void tell(String cause, int checks) {
        List<HostId> causes = new ArrayList<>(draft.state().openIncidents().keySet());
        causes.stream().filter(host -> host.value().equals(cause)).forEach(host -> {
            IncidentTracker tracker = draft.tracker(host);
            tracker.behind(checks + (checks == 1 ? " check" : " checks") + " behind it unreachable", draft.now());
            draft.track(host, tracker);
        });
    }

    private Optional<CheckHealth> health(CheckId check) {
        return draft.state().check(check);
    }
}
