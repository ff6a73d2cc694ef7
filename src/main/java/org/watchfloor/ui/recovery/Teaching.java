package org.watchfloor.ui.recovery;

/** What an empty catalogue teaches. */
final class Teaching {
    /** Valid as it stands. */
    static final String SNIPPET = """
            runbooks:
              look-again:
                title: Look again before anybody is woken
                for: { failures: [connection-refused], hosts: '*' }
                safe: true
                steps:
                  - retry: { max: 3, interval: 5s }
                proof: { checks: [this], green-for: 30s, within: 3m }""";

    /** One line, for places beside broken things. */
    static final String NO_RUNBOOK =
            "No runbook fits. Write one below runbooks: in any YAML file; what it is for stands below its for:";

    private Teaching() {}
}
