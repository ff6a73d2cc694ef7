package org.watchfloor.lab;

import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Something that can be broken: a service such as {@code web-2/http}, or a whole host such as {@code web-2}.
 *
 * @param summary what it is, in a few words
 * @param port where the service listens on 127.0.0.1; empty for a host
 * @param faults what it can suffer, in the order of {@link Fault}
 */
public record LabTarget(String name, String summary, OptionalInt port, Set<Fault> faults) {
    public LabTarget {
        faults = Collections.unmodifiableSet(EnumSet.copyOf(faults));
    }
}
