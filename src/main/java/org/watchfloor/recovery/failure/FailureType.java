package org.watchfloor.recovery.failure;

/** The kinds of failure that a runbook can be for, told apart as far as something different mends them. */
public enum FailureType {
    /** It was reached and did not answer in time. */
    API_TIMEOUT("no answer in time"),
    CONNECTION_REFUSED("connection refused"),
    DNS_ERROR("name not found"),
    NO_ROUTE("no route"),
    /** Nothing came back from the host itself. */
    HOST_UNREACHABLE("host unreachable"),
    /** Expired, not trusted, for another host, or no encryption agreed. */
    CERTIFICATE("certificate or encryption"),
    /** A login was refused, or the credential is missing. */
    AUTHENTICATION("login refused"),
    /** An SSH host key that is unknown or has changed; never mended without a person. */
    HOST_KEY("host key"),
    /** HTTP 429. */
    RATE_LIMIT("rate limit"),
    /** A database cannot be reached, or hangs. */
    DATABASE_CONNECTION("database connection"),
    /** HTTP 500 to 599, or the connection was cut off. */
    SERVICE_UNAVAILABLE("service unavailable"),
    /** It answers, but not what it should. */
    WRONG_ANSWER("wrong answer"),
    DISK_FULL("disk full"),
    MEMORY_FULL("memory full"),
    CPU_BUSY("processor busy"),
    /** A command or plugin says that a process is not there. */
    PROCESS_DOWN("process down"),
    /** A command or plugin says by its exit code that something is wrong. */
    COMMAND_FAILED("command failed"),
    /** Slower than its threshold. */
    SLOW("slow"),
    NO_DATA("no data"),
    /** A defect of this machine or of Watchfloor. */
    OBSERVER("observer"),
    OTHER("other");

    private final String text;

    FailureType(String text) {
        this.text = text;
    }

    /** In plain words. */
    public String text() {
        return text;
    }
}
