package org.watchfloor.ui.recovery;

import java.util.Locale;
import org.watchfloor.recovery.action.Status;

/**
 * How the status of an action is told: icon and word, and only then a colour.
 *
 * @param icon literal of the Material Design 2 pack
 * @param word in lower case, to stand in a sentence
 */
record ActionLook(String icon, String word) {
    private static final ActionLook BEGINS = new ActionLook("mdi2t-timer-sand", "begins");
    private static final ActionLook RUNNING = new ActionLook("mdi2p-play-circle", "running");
    private static final ActionLook SUCCEEDED = new ActionLook("mdi2c-check-circle", "succeeded");
    private static final ActionLook FAILED = new ActionLook("mdi2c-close-circle", "failed");
    private static final ActionLook ROLLED_BACK = new ActionLook("mdi2u-undo", "rolled back");
    private static final ActionLook REFUSED = new ActionLook("mdi2c-cancel", "refused");
    private static final ActionLook CANCELLED = new ActionLook("mdi2s-stop-circle-outline", "cancelled");
    private static final ActionLook UNKNOWN = new ActionLook("mdi2h-help-circle-outline", "outcome unknown");

    static ActionLook of(Status status) {
        return switch (status) {
            case INITIATED -> BEGINS;
            case IN_PROGRESS -> RUNNING;
            case SUCCEEDED -> SUCCEEDED;
            case FAILED -> FAILED;
            case ROLLED_BACK -> ROLLED_BACK;
            case REFUSED -> REFUSED;
            case CANCELLED -> CANCELLED;
            case UNKNOWN_OUTCOME -> UNKNOWN;
        };
    }

    /** {@code action-rolled-back}: carries the colour in the style sheets. */
    static String styleClass(Status status) {
        return "action-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
