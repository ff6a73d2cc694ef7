package org.watchfloor.probe.tls;

/**
 * Remembers for the thread of a look that the peer asked for a client certificate and got none. Such a peer often closes
 * the connection so fast that its alert is lost, and all that is seen is a broken connection.
 */
public final class ClientKeyRequest {
    private static final ThreadLocal<Boolean> UNANSWERED = ThreadLocal.withInitial(() -> false);

    private ClientKeyRequest() {}

    /** A new connection begins, or the peer went on without a certificate. */
    public static void forget() {
        UNANSWERED.remove();
    }

    static void leaveUnanswered() {
        UNANSWERED.set(true);
    }

    static boolean isUnanswered() {
        return UNANSWERED.get();
    }
}
