package org.watchfloor.ui.alerts;

/** What an empty screen says of alerts. */
public final class Teaching {
    /** Pops up on this console when anything answers slowly; valid as it stands. */
    public static final String SNIPPET = """
            channels:
              console: { desktop: {} }
            receivers:
              me: { tell: console }
            alerts:
              lazy: { when: latency > 500ms, for: 5m, severity: high }""";

    static final String ALERT =
            "An alert begins when the condition of a rule comes true for a check, a host, a group or"
                    + " a service, and ends when it is true no more. What fires and nobody has acknowledged, and nothing holds,"
                    + " needs you: it is listed here, the worst on top.";
    static final String NOBODY = " Nobody is told yet. Who is told, and rules beside the built-in ones, are written in"
            + " any YAML file of the configuration:";

    private Teaching() {}
}
