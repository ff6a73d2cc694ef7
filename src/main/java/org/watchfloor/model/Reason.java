package org.watchfloor.model;

/** Why a check is not up, told apart as finely as an operator acts on it. */
public enum Reason {
    NAME_NOT_FOUND("name not found"),
    REFUSED("connection refused"),
    NO_ROUTE("no route to host"),
    CONNECT_TIMEOUT("no connection in time"),
    TLS_UNTRUSTED("certificate not trusted"),
    TLS_EXPIRED("certificate expired"),
    TLS_WRONG_HOST("certificate is for another host"),
    TLS_TOO_OLD("TLS version too old"),
    /** Any other failed handshake, such as a client certificate that the server asks for. */
    TLS_FAILED("TLS handshake failed"),
    RESPONSE_TIMEOUT("no answer in time"),
    CUT_OFF("connection cut off"),
    TOO_LARGE("answer too large"),
    STATUS("unexpected status"),
    BODY_MISMATCH("body does not match"),
    HEADER_MISMATCH("header does not match"),
    JSON_MISMATCH("JSON value does not match"),
    EXPECT_MISMATCH("answer does not match"),
    AUTH_FAILED("authentication failed"),
    HOST_KEY_UNKNOWN("host key unknown"),
    HOST_KEY_CHANGED("host key changed"),
    EXIT_CODE("command says so by its exit code"),
    COMMAND_NOT_FOUND("command not found"),
    /** The peer speaks, but not the protocol that the check expects. */
    PROTOCOL("protocol error"),
    /** A metric is outside its threshold. */
    THRESHOLD("outside its threshold"),
    /** A {@code ${VARIABLE}} or key file that the check refers to is missing on this machine. */
    CREDENTIAL_MISSING("credential missing"),
    /** Switched off by {@code enabled: false}. */
    DISABLED("switched off in the configuration"),
    /** No result has arrived yet. */
    NO_DATA("no data yet"),
    /** A defect of Watchfloor itself. */
    INTERNAL("internal error");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** The reason in plain words, to stand after a colon. */
    public String text() {
        return text;
    }
}
