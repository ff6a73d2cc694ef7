package org.watchfloor.engine;

import java.util.Optional;
import org.watchfloor.config.Site;
import org.watchfloor.recovery.Binding;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.Runbooks;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Script;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.failure.Target;
import org.watchfloor.recovery.text.Values;

/**
 * Whether what an action did can be undone by hand, and with what: the rollback of its runbook as it stands now, with the
 * values it was given. Pure; any thread may ask.
 */
public final class Undoing {
    private final EngineState state;
    private final Action action;

    public Undoing(EngineState state, Action action) {
        this.state = state;
        this.action = action;
    }

    /** Can be undone so, or cannot. */
    sealed interface Found {}

    record Possible(Script script) implements Found {}

    record Impossible(String why) implements Found {}

    /** Why it cannot be undone, in words; empty if it can. */
    public Optional<String> hindrance() {
        return switch (find()) {
            case Possible _ -> Optional.empty();
            case Impossible(String why) -> Optional.of(why);
        };
    }

    Found find() {
        Site site = state.layout().site();
        Optional<Runbook> runbook =
                site.section(Runbooks.class).orElse(Runbooks.NONE).find(action.runbook());
        Optional<Target> target = Target.of(site, action.target().check());
        if (!action.isOver()) {
            return new Impossible("it is not over; cancel it first");
        } else if (action.status() == Status.REFUSED) {
            return new Impossible("it was refused, so nothing was done");
        } else if (action.undone() || action.status() == Status.ROLLED_BACK) {
            return new Impossible("its rollback has run already, and runs once only");
        } else if (runbook.flatMap(found -> found.plan().rollback()).isEmpty()) {
            return new Impossible("runbook " + action.runbook() + " has no rollback in the configuration in force");
        } else if (target.isEmpty()) {
            return new Impossible(action.target().check() + " is not in the configuration any more");
        } else if (state.actions().automation().stopped()) {
            return new Impossible("all actions are stopped");
        }
        return holder().<Found>map(Impossible::new).orElseGet(() -> bound(site, runbook.get(), target.get()));
    }

    private Optional<String> holder() {
        return state.actions()
                .holder(action.key())
                .map(other -> "action " + other.id() + " (" + other.title() + ") is at work on it");
    }

    private Found bound(Site site, Runbook runbook, Target target) {
        return switch (Binding.of(runbook, site, Optional.of(target), action.given())) {
            case Binding.Refused(var faults) -> new Impossible(String.join("; ", faults));
            case Binding.Bound(Values values) -> new Possible(Script.of(runbook, values));
        };
    }
}
