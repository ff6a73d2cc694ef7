package org.watchfloor.engine;

import java.time.Duration;
import org.watchfloor.config.Check;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.State;

/** Looks more often at what fails, if the check says so. Pure. */
final class Pacing {
    private Pacing() {}

    static void follow(Draft draft, Check check, CheckHealth before, CheckHealth after) {
        if (!interval(check, before).equals(interval(check, after))) {
            draft.effect(new Effect.Pace(check.id(), interval(check, after)));
        }
    }

    /** For a schedule that was made anew and does not know how the check is doing. */
    static void confirm(Draft draft, Check check, CheckHealth health) {
        if (!interval(check, health).equals(check.every())) {
            draft.effect(new Effect.Pace(check.id(), interval(check, health)));
        }
    }

    private static Duration interval(Check check, CheckHealth health) {
        boolean failing = health.coming().isPresent() || health.hard() == State.DOWN;
        return failing ? check.retryEvery().orElse(check.every()) : check.every();
    }
}
