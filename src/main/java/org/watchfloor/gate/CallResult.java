package org.watchfloor.gate;

/** How a call ended. */
public enum CallResult {
    SUCCEEDED,
    FAILED,
    TIMED_OUT;

    boolean isFailure() {
        return this != SUCCEEDED;
    }
}
