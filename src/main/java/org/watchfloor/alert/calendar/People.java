package org.watchfloor.alert.calendar;

import java.util.Set;
import org.watchfloor.config.ConfigNode;

/** References to people. Pure functions. */
final class People {
    private People() {}

    /** Notes a problem if nobody has the id. */
    static void check(String who, Set<String> known, String key, ConfigNode node) {
        if (!known.contains(who) && !node.isDescribing()) {
            node.problem(key, "the person " + Quoted.text(who) + " is not defined", Quoted.known(known));
        }
    }
}
