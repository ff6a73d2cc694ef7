package org.watchfloor.notify;

import java.time.Duration;
import java.util.Optional;
import org.watchfloor.model.Notice;

/**
 * Hands notices to one channel. Called on a virtual thread, for one notice of the channel at a time, in the order in
 * which they were decided. A notice may come again after a crash, then with the same
 * {@link Notice#idempotencyKey}.
 */
@FunctionalInterface
public interface Notifier {
    /**
     * @param thread the reference that the first accepted notice of the same episode returned; empty for the first one
     * @param timeout the whole budget
     * @throws InterruptedException if the program stops
     */
    Delivery send(Notice notice, Optional<String> thread, Duration timeout) throws InterruptedException;
}
