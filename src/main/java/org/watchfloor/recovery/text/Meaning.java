package org.watchfloor.recovery.text;

/** What kind of value a placeholder stands for: some places take only some of them. */
public enum Meaning {
    /** Anything that a person typed. */
    TEXT,
    /** A decimal number without exponent. */
    NUMBER,
    /** An id of the configuration: letters, digits, dots, underscores, hyphens. */
    NAME,
    /** A host name or IP address. */
    ADDRESS,
    /** A secret, by reference. */
    SECRET
}
