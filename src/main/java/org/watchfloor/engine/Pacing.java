package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.watchfloor.config.Check;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Pace;
import org.watchfloor.model.State;

/**
 * Looks more often at what fails, if the check says so, else less often at what lies behind an open gate. What is in doubt
 * is never slowed down: whether a host is down must be known before what lies behind it is judged. Pure.
 */
final class Pacing {
    private Pacing() {}

    /** @param before how all was when the decision began */
    static void follow(Draft draft, EngineState before) {
        EngineState after = draft.state();
        if (before.layout() != after.layout() || draft.touched().isEmpty()) {
            return; // the schedule of another site is made anew
        }
        List<Effect.Pace> paces = new ArrayList<>(1);
        for (int slot : draft.touched()) {
            Check check = after.layout().checks().get(slot);
            Duration every = interval(check, after.checks().get(slot), after.gates());
            if (!every.equals(interval(check, before.checks().get(slot), before.gates()))) {
                paces.add(new Effect.Pace(check.id(), every));
            }
        }
        draft.effectsFirst(paces);
    }

    /** For a schedule that was made anew and does not know how the check is doing. */
    static void confirm(Draft draft, Check check, CheckHealth health) {
        Duration every = interval(check, health, draft.state().gates());
        if (!every.equals(check.every())) {
            draft.effect(new Effect.Pace(check.id(), every));
        }
    }

    /**
     * For what is overdue: that it is looked at more often while it fails makes nobody less patient, nor does a doubt that
     * no look has come to yet.
     */
    static Pace pace(Check check, CheckHealth health, Gates gates) {
        boolean awaitsLook =
                health.coming().filter(coming -> coming.streak() == 0).isPresent();
        Duration every = awaitsLook ? behindGate(check, gates) : interval(check, health, gates);
        return new Pace(
                every.compareTo(check.every()) > 0 ? every : check.every(),
                gates.passableSince(check).orElse(Instant.MIN));
    }

    /** Whoever writes how often to look at what fails wants to know soon that it is whole again: no gate delays that. */
    static Duration interval(Check check, CheckHealth health, Gates gates) {
        boolean failing = health.coming().isPresent() || health.hard() == State.DOWN;
        if (failing && check.retryEvery().isPresent()) {
            return check.retryEvery().get();
        }
        return health.coming().isPresent() ? check.every() : behindGate(check, gates);
    }

    private static Duration behindGate(Check check, Gates gates) {
        Duration every = check.every();
        return gates.spacing(check)
                .filter(spacing -> spacing.compareTo(every) > 0)
                .orElse(every);
    }
}
