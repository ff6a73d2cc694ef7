package org.watchfloor.gate;

/** How a call ended. */
public enum CallResult {
    SUCCEEDED,
    FAILED,
    TIMED_OUT;

    public boolean isFailure() {
        return this != SUCCEEDED;
    }
}
