package org.watchfloor.engine;

import java.time.Duration;
import org.watchfloor.alert.Alert;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.HealthRules;
import org.watchfloor.model.Gap;

/**
 * The clock was set back: without this all that waits would wait that much longer, and all that was seen last would pass
 * for news. What it stamped is taken back with it; times that people gave stay as they are. Confined to one decision.
 */
final class SetBack {
    private final Draft draft;

    SetBack(Draft draft) {
        this.draft = draft;
    }

    void follow(Gap gap) {
        if (gap.cause() == Gap.Cause.CLOCK_JUMPED_BACK) {
            Duration back = gap.length();
            checks(back);
            draft.replace(draft.state().withNetwork(draft.state().network().setBack(back)));
            draft.replace(draft.state().withGates(draft.state().gates().setBack(back)));
            draft.actions(draft.actions().setBack(back));
            pending(back);
            new Groups(draft).setBack(back);
            new Post(draft).setBack(back);
        }
    }

    private void checks(Duration back) {
        for (int slot = 0; slot < draft.state().checks().size(); slot++) {
            CheckHealth health = draft.state().checks().get(slot);
            draft.put(slot, HealthRules.setBack(health, back));
        }
    }

    private void pending(Duration back) {
        AlertLife life = new AlertLife(draft);
        draft.alerts()
                .book()
                .all()
                .filter(alert -> alert.status() == Alert.Status.PENDING)
                .toList()
                .forEach(alert -> life.keep(alert.begunAt(alert.since().minus(back))));
    }
}
