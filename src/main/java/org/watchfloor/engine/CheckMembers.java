package org.watchfloor.engine;

import java.util.List;
import org.watchfloor.alert.condition.Members;
import org.watchfloor.alert.condition.Sight;

/** Several checks as conditions see them. */
record CheckMembers(String name, List<Integer> slots, EngineState state) implements Members {
    @Override
    public int size() {
        return slots.size();
    }

    @Override
    public Sight member(int index) {
        int slot = slots.get(index);
        return new CheckSight(state.checks().get(slot), state.alerting().kept().get(slot));
    }
}
