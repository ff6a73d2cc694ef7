package org.watchfloor.alert;

/** Why an alert that fires is not paged. */
public enum Hold {
    UNREACHABLE("lies behind"),
    OBSERVER("was not looked at:"),
    RECOVERING("answers again:"),
    FLAPPING("flaps:"),
    MAINTENANCE("is in maintenance:"),
    SILENCED("is silenced by"),
    INHIBITED("is inhibited by"),
    SHELVED("is shelved"),
    ACKNOWLEDGED("is acknowledged by"),
    ROUTE_MUTED("is muted by its route:");

    private final String text;

    Hold(String text) {
        this.text = text;
    }

    /** To stand between the alert and what holds it. */
    public String text() {
        return text;
    }
}
