package org.watchfloor.model;

/** A part of the time that one look takes, in the order in which the parts follow each other. */
public enum Phase {
    NAME("name"),
    CONNECT("connect"),
    TLS("tls"),
    AUTH("auth"),
    /** From the last byte of the request to the first byte of the answer. */
    FIRST_BYTE("first byte"),
    BODY("body"),
    /** A remote or local command, from start to exit. */
    COMMAND("command");

    private final String text;

    Phase(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** As the metric is called that says how long it took. */
    public String metric() {
        return text.replace(' ', '_');
    }
}
