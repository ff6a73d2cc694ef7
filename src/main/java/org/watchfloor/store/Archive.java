package org.watchfloor.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.watchfloor.config.Settings;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Recordings;

/**
 * The database of a data directory on which no Watchfloor runs, to look into: it is read and never written. Opened and
 * closed by one thread that nobody interrupts, asked by any.
 */
public final class Archive implements AutoCloseable {
    private final Database database;
    private final Queries queries;
    private final History history;
    private final Recordings recordings;
    private final Optional<Instant> lastAlive;

    private Archive(Database database, Settings settings, InstantSource clock) {
        this.database = database;
        Memory memory = Memory.empty();
        lastAlive =
                new Loading(database.writer(), memory, clock.instant()).load().lastAlive();
        queries = new Queries(database::readers);
        history = new StoredHistory(queries, memory, settings, clock);
        recordings = new StoredRecordings(queries, memory);
    }

    /**
     * The caller holds the lock of the data directory.
     *
     * @throws StoreFailed if there is no database, or it cannot be read; the message says why
     */
    public static Archive open(Path directory, Settings settings, InstantSource clock) throws StoreFailed {
        try {
            Database database = Database.openToRead(directory)
                    .orElseThrow(() -> new StoreFailed("the database in " + directory
                            + " is of another version of Watchfloor; start Watchfloor on it once"));
            return loaded(database, settings, clock);
        } catch (SQLException | RuntimeException e) {
            throw new StoreFailed(
                    "the database in " + directory + " cannot be read: " + Store.rootMessage(e)
                            + "; start Watchfloor on it, which mends what it can",
                    e);
        }
    }

    private static Archive loaded(Database database, Settings settings, InstantSource clock) {
        try {
            return new Archive(database, settings, clock);
        } catch (RuntimeException e) {
            database.abandon();
            throw e;
        }
    }

    /** Whether there is a database at all. */
    public static boolean isIn(Path directory) {
        return Files.isRegularFile(Database.file(directory));
    }

    public History history() {
        return history;
    }

    public Recordings recordings() {
        return recordings;
    }

    /** When something was written last; empty if nothing ever was. */
    public Optional<Instant> lastAlive() {
        return lastAlive;
    }

    @Override
    public void close() {
        queries.close();
        database.abandon();
    }
}
