package org.watchfloor.alert.condition;

/** The checks of a group at one moment, as conditions look at them. Must not change during an evaluation. */
public interface Members {
    /** The group as people know it. */
    String name();

    int size();

    /** @param index from 0 to {@code size() - 1} */
    Sight member(int index);
}
