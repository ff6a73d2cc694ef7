package org.watchfloor.probe.tcp;

/** How a connection that begins in plain text is asked to become TLS. */
public enum StartTls {
    NONE,
    /** RFC 3207. */
    SMTP,
    /** RFC 9051, 6.2.1. */
    IMAP,
    /** RFC 2595, 4. */
    POP3,
    /** RFC 4217, 4. */
    FTP,
    /** SSLRequest of the PostgreSQL frontend/backend protocol, 54.2.11. */
    POSTGRESQL
}
