package org.watchfloor.probe.tcp;

import java.io.Serial;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.Failure;

/** The peer did not do what the look needs; ends the look from wherever it is. */
final class FailedLook extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    FailedLook(Reason reason, String message) {
        super(message, null, false, false);
        this.failure = new Failure(reason, message);
    }

    Failure failure() {
        return failure;
    }
}
