package org.watchfloor.store;

import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.JdbiException;
import org.watchfloor.engine.Restored;

/** Loads a database that was just opened, or begins a new one if its content turns out to be damaged. */
final class Opening {
    private Opening() {}

    record Loaded(Memory memory, Restored restored) {}

    /** @param now when it is opened */
    static Loaded load(Connections connections, Instant now) throws SQLException {
        try {
            return attempt(connections, now);
        } catch (JdbiException e) {
            if (!Damage.isMeantBy(e)) {
                throw e;
            }
            connections.beginAnew();
            return attempt(connections, now);
        }
    }

    private static Loaded attempt(Connections connections, Instant now) {
        connections.compare();
        Memory memory = Memory.empty();
        Restored restored = new Loading(connections.database().writer(), memory, now).load();
        return new Loaded(memory, restored);
    }
}
