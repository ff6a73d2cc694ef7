package org.watchfloor.app;

/** The program could not be started; the message is for the operator. */
final class StartFailed extends Exception {
    private static final long serialVersionUID = 1;
    private static final int COULD_NOT_START = 2;
    private static final int INVALID_CONFIGURATION = 1;

    private final int exitCode;

    StartFailed(String message) {
        this(message, COULD_NOT_START);
    }

    private StartFailed(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    static StartFailed invalidConfiguration(String message) {
        return new StartFailed(message, INVALID_CONFIGURATION);
    }

    int exitCode() {
        return exitCode;
    }
}
