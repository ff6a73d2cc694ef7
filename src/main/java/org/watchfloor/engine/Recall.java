package org.watchfloor.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.condition.Needs;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.config.Check;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;

/**
 * The past of checks that is still to be read back from the store, because rules look back on it: after a start, and
 * after rules or checks were added. Until it is there these rules are not asked. Immutable.
 *
 * @param wanted what of which check
 */
public record Recall(Map<CheckId, Needs> wanted) {
    public static final Recall NOTHING = new Recall(Map.of());

    public Recall {
        wanted = Map.copyOf(wanted);
    }

    /** What the layout after a change needs and the one before did not keep, and what did not come yet. */
    static Recall between(Layout before, Recall pending, Layout after) {
        Map<CheckId, Needs> wanted = new HashMap<>();
        for (int slot = 0; slot < after.checks().size(); slot++) {
            Check check = after.checks().get(slot);
            Needs needs = after.watch().of(slot).needs();
            Needs kept = pending.isFor(check.id())
                    ? Needs.NOTHING
                    : before.slot(check.id())
                            .map(old -> before.watch().of(old).needs())
                            .orElse(Needs.NOTHING);
            if (looksFurther(needs, kept)) {
                wanted.put(check.id(), needs);
            }
        }
        return new Recall(wanted);
    }

    /**
     * What was read back of one check.
     *
     * @param windows samples by metric
     * @param hard the hard state after the latest look among them
     */
    public record Past(Map<String, Samples> windows, State hard) {
        public Past {
            windows = Map.copyOf(windows);
        }
    }

    /** Whether the rule cannot be asked about the check yet. */
    boolean holdsUp(AlertRule rule, CheckId check) {
        return isFor(check) && rule.needs().looksBack();
    }

    boolean isFor(CheckId check) {
        return wanted.containsKey(check);
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    private static boolean looksFurther(Needs needs, Needs kept) {
        return needs.windows().entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue().compareTo(kept.windows().getOrDefault(entry.getKey(), Duration.ZERO)) > 0);
    }
}
