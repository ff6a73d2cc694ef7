package org.watchfloor.ui.lab;

import java.util.List;

/** The switches of the lab. Every call returns at once, from any thread. */
public interface LabBoard {
    /** All targets with their present fault, in a fixed order. */
    List<Target> targets();

    /** @param fault one of the target's faults */
    void set(String target, String fault);

    void mend(String target);

    void mendAll();

    /**
     * Something that can be broken.
     *
     * @param name names it: {@code web-1/http}
     * @param place where it listens: {@code 127.0.0.1:40123}
     * @param faults what can be wrong with it
     * @param fault what is wrong now; empty if it works
     */
    record Target(String name, String place, List<String> faults, String fault) {
        public Target {
            faults = List.copyOf(faults);
        }

        public boolean isBroken() {
            return !fault.isEmpty();
        }
    }
}
