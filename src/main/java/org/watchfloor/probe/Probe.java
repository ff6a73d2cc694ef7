package org.watchfloor.probe;

import java.time.Duration;
import org.watchfloor.model.Observation;

/**
 * Looks at one target once and says what it saw. A target that is down is an answer, not an error. Called on a virtual
 * thread, never twice at the same time for one check.
 */
@FunctionalInterface
public interface Probe {
    /**
     * @param timeout the whole budget, name lookup and TLS included; the call returns within it
     * @throws InterruptedException if the check is being stopped
     */
    Observation run(Duration timeout) throws InterruptedException;
}
