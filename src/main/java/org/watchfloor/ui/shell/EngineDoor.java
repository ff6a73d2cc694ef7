package org.watchfloor.ui.shell;

import org.watchfloor.config.SiteEditor;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.AlertOperations;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.SilenceHistory;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.engine.backtest.Backtests;

/** How the console reaches the engine: what it sees, what it can tell, what it can change, what it can ask of the past. */
public record EngineDoor(
        Snapshots snapshots,
        Operations operations,
        History history,
        AlertOperations alertOperations,
        AlertHistory alertHistory,
        SiteEditor editor,
        SilenceHistory silenceHistory,
        Backtests backtests) {}
