package org.watchfloor.web;

import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.AlertOperations;
import org.watchfloor.engine.GateDesk;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.RecoveryDesk;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.engine.backtest.Backtests;

/** All that the web door may ask and tell the engine. */
public record EnginePorts(
        Snapshots snapshots,
        History history,
        Operations operations,
        AlertHistory alertHistory,
        AlertOperations alertOperations,
        Editing editing,
        Backtests backtests,
        GateDesk gates,
        RecoveryDesk recovery) {}
