package org.watchfloor.lab;

import java.io.IOException;

/** The server's side of one connection. Stateless; runs on a thread of the connection. */
@FunctionalInterface
interface Conversation {
    /** Talks until either side has had enough. */
    void hold(Connection connection) throws IOException;
}
