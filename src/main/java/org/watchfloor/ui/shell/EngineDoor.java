package org.watchfloor.ui.shell;

import java.util.Collection;
import java.util.function.Consumer;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.AlertOperations;
import org.watchfloor.engine.GateDesk;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.RecoveryDesk;
import org.watchfloor.engine.SilenceHistory;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.model.AlertId;

/** How the console reaches the engine: what it sees, what it can tell, what it can change, what it can ask of the past. */
public record EngineDoor(
        Snapshots snapshots,
        Operations operations,
        History history,
        AlertOperations alertOperations,
        AlertHistory alertHistory,
        SiteEditor editor,
        SilenceHistory silenceHistory,
        Backtests backtests,
        GateDesk gates,
        RecoveryDesk recovery) {
    /** The same, but who takes alerts over through it is heard. */
    EngineDoor heardBy(Consumer<Collection<AlertId>> taken) {
        return new EngineDoor(
                snapshots,
                new HeardOperations(operations, snapshots, taken),
                history,
                new HeardAlertOperations(alertOperations, taken),
                alertHistory,
                editor,
                silenceHistory,
                backtests,
                gates,
                recovery);
    }
}
