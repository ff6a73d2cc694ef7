package org.watchfloor.recovery.failure;

import java.util.Set;

/** Whose failure it is. */
public enum FailureCategory {
    /** Something that others run: its host or check carries the tag {@code external}. */
    EXTERNAL_DEPENDENCY,
    INTERNAL_SERVICE,
    /** The machine below the services. */
    HOST,
    NETWORK,
    /** This console, its credentials, or the machine that it runs on. */
    OBSERVER;

    /** The tag that marks what others run. */
    public static final String EXTERNAL = "external";

    /** @param tags of the host and of the check */
    static FailureCategory of(FailureType type, Set<String> tags) {
        FailureCategory own = switch (type) {
            case DISK_FULL, MEMORY_FULL, CPU_BUSY, HOST_UNREACHABLE -> HOST;
            case DNS_ERROR, NO_ROUTE -> NETWORK;
            case NO_DATA, OBSERVER -> OBSERVER;
            case API_TIMEOUT,
                    CONNECTION_REFUSED,
                    CERTIFICATE,
                    AUTHENTICATION,
                    HOST_KEY,
                    RATE_LIMIT,
                    DATABASE_CONNECTION,
                    SERVICE_UNAVAILABLE,
                    WRONG_ANSWER,
                    PROCESS_DOWN,
                    COMMAND_FAILED,
                    SLOW,
                    OTHER -> INTERNAL_SERVICE;
        };
        return own != OBSERVER && tags.contains(EXTERNAL) ? EXTERNAL_DEPENDENCY : own;
    }
}
