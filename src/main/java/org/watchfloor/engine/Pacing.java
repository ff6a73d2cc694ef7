package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import org.watchfloor.config.Check;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Pace;
import org.watchfloor.model.State;

/** Looks more often at what fails, if the check says so, else less often at what lies behind an open gate. Pure. */
final class Pacing {
    private Pacing() {}

    static void follow(Draft draft, Check check, CheckHealth before, CheckHealth after) {
        Gates gates = draft.state().gates();
        follow(draft, check, interval(check, before, gates), interval(check, after, gates));
    }

    static void follow(Draft draft, Check check, CheckHealth health, Gates before, Gates after) {
        follow(draft, check, interval(check, health, before), interval(check, health, after));
    }

    private static void follow(Draft draft, Check check, Duration before, Duration after) {
        if (!before.equals(after)) {
            draft.effect(new Effect.Pace(check.id(), after));
        }
    }

    /** For a schedule that was made anew and does not know how the check is doing. */
    static void confirm(Draft draft, Check check, CheckHealth health) {
        follow(
                draft,
                check,
                check.every(),
                interval(check, health, draft.state().gates()));
    }

    /** For what is overdue: that it is looked at more often while it fails makes nobody less patient. */
    static Pace pace(Check check, CheckHealth health, Gates gates) {
        Duration every = interval(check, health, gates);
        Instant since = gates.passableSince(check).orElse(Instant.MIN);
        return new Pace(every.compareTo(check.every()) > 0 ? every : check.every(), since);
    }

    /** Whoever writes how often to look at what fails wants to know soon that it is whole again: no gate delays that. */
    static Duration interval(Check check, CheckHealth health, Gates gates) {
        boolean failing = health.coming().isPresent() || health.hard() == State.DOWN;
        if (failing && check.retryEvery().isPresent()) {
            return check.retryEvery().get();
        }
        Duration every = check.every();
        return gates.spacing(check)
                .filter(spacing -> spacing.compareTo(every) > 0)
                .orElse(every);
    }
}
