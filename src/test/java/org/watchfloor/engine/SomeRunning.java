package org.watchfloor.engine;

import java.util.List;
import java.util.Optional;
import org.watchfloor.config.Site;
import org.watchfloor.recovery.Binding;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.Script;
import org.watchfloor.recovery.action.ServiceMove;

/** Actions under way, as the engine would hold them. */
public final class SomeRunning {
    private SomeRunning() {}

    public static Running of(Action action, Runbook runbook, Site site) {
        Binding bound = Binding.of(runbook, site, Optional.of(action.target()), action.given());
        if (!(bound instanceof Binding.Bound(var values))) {
            throw new IllegalArgumentException(bound.toString());
        }
        return Running.begun(action, Script.of(runbook, values), action.asked());
    }

    public static Actions moved(Actions actions, ServiceMove move) {
        return actions.with(actions.instances().with(move));
    }

    /** @param recent over, oldest first */
    public static Actions actions(List<Running> running, List<Action> recent, AutomationMove... moves) {
        Actions actions = Actions.NONE.with(Automation.restored(List.of(moves)));
        for (Action over : recent) {
            actions = actions.without(over, over.ended().orElseThrow());
        }
        for (Running one : running) {
            actions = actions.with(one);
        }
        return actions;
    }
}
