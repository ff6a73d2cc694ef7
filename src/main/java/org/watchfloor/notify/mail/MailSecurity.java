package org.watchfloor.notify.mail;

/** How the connection to the mail server is protected. */
enum MailSecurity {
    /** Begins in the clear and must turn to TLS (RFC 3207); port 587. */
    STARTTLS(587),
    /** TLS from the first byte (RFC 8314, 3.3); port 465. */
    TLS(465),
    /** In the clear, for a server on this machine; port 25. */
    NONE(25);

    private final int port;

    MailSecurity(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }
}
