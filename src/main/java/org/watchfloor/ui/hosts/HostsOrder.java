package org.watchfloor.ui.hosts;

import java.util.Comparator;
import org.watchfloor.model.State;

/** In which order rows of one parent stand. */
public enum HostsOrder {
    /** Worst state first, what wants somebody before what has somebody, newest trouble first; what is well goes by name. */
    WORST_FIRST {
        @Override
        int compare(HostsRow one, HostsRow other) {
            Line left = one.line();
            Line right = other.line();
            int byState = left.state().compareTo(right.state());
            if (byState != 0) {
                return byState;
            }
            int byCare = left.state() == State.UP ? 0 : left.care().compareTo(right.care());
            if (byCare != 0) {
                return byCare;
            }
            int bySince = left.state() == State.UP ? 0 : right.since().compareTo(left.since());
            return bySince != 0 ? bySince : BY_NAME.compare(one, other);
        }
    },
    BY_NAME {
        @Override
        int compare(HostsRow one, HostsRow other) {
            return NAMES.compare(one.title(), other.title());
        }
    };

    /** Numbers in names count as numbers: web-2 stands before web-10. */
    private static final Comparator<String> NAMES = new NaturalOrder();

    abstract int compare(HostsRow one, HostsRow other);
}
