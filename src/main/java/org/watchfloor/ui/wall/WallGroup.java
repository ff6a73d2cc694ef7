package org.watchfloor.ui.wall;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.model.State;

/** Cells that belong together, worst first. */
record WallGroup(String title, List<WallCell> cells) {
    WallGroup {
        cells = cells.stream().sorted(WallCell.WORST_FIRST).toList();
    }

    /** How many cells are in each state, worst first. */
    Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        cells.forEach(cell -> counts.merge(cell.state(), 1, Integer::sum));
        return counts;
    }
}
