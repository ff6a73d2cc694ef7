package org.watchfloor.engine;

import org.watchfloor.config.Witnesses;
import org.watchfloor.model.Testimony;

/** Asks the witnesses of this machine's network, all at once, and is back within a few seconds. */
@FunctionalInterface
public interface Witnessing {
    Testimony hear(Witnesses witnesses) throws InterruptedException;
}
