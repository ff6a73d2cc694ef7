package org.watchfloor.store;

/** The store cannot be opened; the message tells the operator why and what to do. */
public final class StoreFailed extends Exception {
    private static final long serialVersionUID = 1L;

    StoreFailed(String message) {
        super(message);
    }

    StoreFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
