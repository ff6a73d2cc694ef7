package org.watchfloor.probe.net;

import java.io.IOException;
import java.io.Serial;

/** No address could be connected to. */
public final class DialFailure extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    DialFailure(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
