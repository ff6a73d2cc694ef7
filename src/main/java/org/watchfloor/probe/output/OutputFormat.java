package org.watchfloor.probe.output;

/** How the output of a command is read. */
public enum OutputFormat {
    /** Exit 0 to 3 and {@code text | perfdata}, as the Monitoring Plugins Development Guidelines say. */
    NAGIOS,
    /** Lines of {@code key=value}; numbers become figures. */
    KEY_VALUE,
    /** One JSON value; its numbers become figures named by their path. */
    JSON,
    /** Named groups of a regular expression; numbers become figures. */
    REGEX,
    /** Only the exit code counts. */
    NONE
}
