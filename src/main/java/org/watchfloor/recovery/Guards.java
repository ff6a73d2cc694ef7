package org.watchfloor.recovery;

import java.util.List;
import java.util.Optional;
import org.watchfloor.recovery.condition.Condition;
import org.watchfloor.recovery.text.Template;

/**
 * What stands between a runbook and its first step. Immutable.
 *
 * @param conditions all must hold when it begins
 * @param safe whether it may run by itself at level LIMITED; default false
 * @param dangerous whether the name of the target has to be typed; default false
 * @param twoPersons whether another person has to agree; default false
 * @param concurrency two with the same key never run at once; empty: one for each target
 */
public record Guards(
        List<Condition> conditions,
        Budget budget,
        boolean safe,
        boolean dangerous,
        boolean twoPersons,
        Optional<Template> concurrency) {
    public Guards {
        conditions = List.copyOf(conditions);
    }

    /** Whether a person has to confirm it, so that it never begins by itself. */
    public boolean wantsPerson() {
        return dangerous || twoPersons;
    }
}
