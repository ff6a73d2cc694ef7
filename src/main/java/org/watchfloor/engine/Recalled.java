package org.watchfloor.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.config.Check;
import org.watchfloor.model.State;

/** Puts the past that was read back before what has come since, and asks the rules that waited for it. Confined to one decision. */
final class Recalled {
    private final Draft draft;

    Recalled(Draft draft) {
        this.draft = draft;
    }

    /** Does nothing if something else is waited for by now. */
    void take(Event.PastRecalled event) {
        if (!draft.alerts().recall().equals(event.asked())) {
            return;
        }
        draft.alerts(draft.alerts().withKept(completed(event)).withRecall(Recall.NOTHING));
        Alerting alerting = new Alerting(draft);
        List<Check> checks = draft.state().layout().checks();
        for (int slot = 0; slot < checks.size(); slot++) {
            boolean isSeen = draft.state().checks().get(slot).last().isPresent();
            if (isSeen && event.asked().isFor(checks.get(slot).id())) {
                alerting.look(slot);
            }
        }
    }

    private Slots<Map<String, Samples>> completed(Event.PastRecalled event) {
        List<Map<String, Samples>> kept = new ArrayList<>(draft.alerts().kept());
        event.found()
                .forEach((check, past) -> draft.state()
                        .layout()
                        .slot(check)
                        .ifPresent(slot -> kept.set(slot, completed(slot, past, kept.get(slot)))));
        return Slots.copyOf(kept);
    }

    private Map<String, Samples> completed(int slot, Recall.Past past, Map<String, Samples> since) {
        Watch.Own own = draft.state().layout().watch().of(slot);
        boolean hasRecovered =
                past.hard() == State.DOWN && draft.state().checks().get(slot).hard() != State.DOWN;
        Map<String, Samples> all = new HashMap<>(since);
        past.windows().forEach((metric, samples) -> {
            boolean isOver = hasRecovered && metric.equals(Sight.FAILED);
            if (!isOver) {
                own.span(metric)
                        .ifPresent(span -> all.merge(metric, samples, (newer, older) -> newer.behind(older, span)));
            }
        });
        return all;
    }
}
