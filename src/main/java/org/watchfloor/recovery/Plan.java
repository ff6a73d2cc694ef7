package org.watchfloor.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.Secret;
import org.watchfloor.recovery.step.Step;

/**
 * What a runbook does. Immutable.
 *
 * @param parameters what is asked before it begins, in order
 * @param secrets by name; a text uses them as {@code secret.NAME}
 * @param steps in order, at least one
 * @param rollback undoes it; empty: nothing does
 * @param timeout of the steps together, 1 s to 24 h, default 15 min; proof and rollback have their own
 */
public record Plan(
        List<Parameter> parameters,
        Map<String, Secret> secrets,
        List<Step> steps,
        Proof proof,
        Optional<Rollback> rollback,
        Duration timeout) {
    /** What stands before the name of a secret in a text. */
    public static final String SECRET = "secret.";

    public Plan {
        parameters = List.copyOf(parameters);
        secrets = Map.copyOf(secrets);
        steps = List.copyOf(steps);
    }

    /**
     * @param automatic whether it begins by itself when the steps or the proof have failed; default false
     * @param steps at least one
     */
    public record Rollback(boolean automatic, List<Step> steps) {
        public Rollback {
            steps = List.copyOf(steps);
        }
    }
}
