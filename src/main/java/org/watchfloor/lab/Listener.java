package org.watchfloor.lab;

/** Holds one port in one manner until it is closed. Closing is quick, idempotent and drops all connections. */
interface Listener extends AutoCloseable {
    int port();

    @Override
    void close();
}
