package org.watchfloor.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The one H2 file, and all that is particular to H2. Tables are made by its owner; the writer may change rows, readers
 * may read. The passwords guard nothing, the rights of the data directory do: nobody but this process opens the file,
 * and there is no door to it. With {@code WRITE_DELAY 0} a commit is with the operating system when it returns.
 * Opened, reopened and closed by the store's own thread; {@link #readers} for anybody.
 */
final class Database {
    static final int READERS = 3;

    /** The newest of the migrations. */
    static final String SCHEMA = "8";

    private static final long MOST_COMPACTED = 128_000_000L;
    private static final int WELL_FILLED = 75;
    private static final String NAME = "watchfloor";
    private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE";

    /** The owner's alone, who opens the file: no file of traces beside it. */
    private static final String QUIET = ";TRACE_LEVEL_FILE=0";

    private static final List<String> RIGHTS = List.of(
            "SET WRITE_DELAY 0",
            "SET CACHE_SIZE 16384",
            "CREATE USER IF NOT EXISTS writer PASSWORD 'writer'",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA PUBLIC TO writer",
            "CREATE USER IF NOT EXISTS reader PASSWORD 'reader'",
            "GRANT SELECT ON SCHEMA PUBLIC TO reader");

    private final Path file;
    private final String url;
    private final Connection owner;
    private final Handle writer;
    private final HikariDataSource pool;
    private final Jdbi readers;

    private Database(Path file, String url, Connection owner) throws SQLException {
        this.file = file;
        this.url = url;
        this.owner = owner;
        Connection connection = DriverManager.getConnection(url, "writer", "writer");
        connection.setAutoCommit(false);
        writer = Jdbi.open(connection);
        pool = pool();
        readers = Jdbi.create(pool);
    }

    static Path file(Path directory) {
        return directory.resolve(NAME + ".mv.db");
    }

    /** @param fileSystem the prefix of H2's file system, {@code file:} */
    static Database open(Path directory, String fileSystem) throws SQLException {
        Path file = file(directory);
        String exists = Files.exists(file) ? ";IFEXISTS=TRUE" : "";
        String url = url(directory, fileSystem) + exists;
        Connection owner = DriverManager.getConnection(url + QUIET, "owner", "owner");
        try {
            if (!isCurrent(owner)) {
                migrate(url);
            }
            try (Statement statement = owner.createStatement()) {
                for (String right : RIGHTS) {
                    statement.execute(right);
                }
            }
            return new Database(file, url, owner);
        } catch (SQLException | RuntimeException e) {
            shutDown(owner, "SHUTDOWN IMMEDIATELY");
            throw e;
        }
    }

    /**
     * Opens one that nobody has open, and never writes to it.
     *
     * @return empty if its tables are of another version of the program
     */
    static Optional<Database> openToRead(Path directory) throws SQLException {
        String url = url(directory, "file:") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
        Connection owner = DriverManager.getConnection(url + QUIET, "owner", "owner");
        try {
            if (isCurrent(owner)) {
                return Optional.of(new Database(file(directory), url, owner));
            }
        } catch (SQLException | RuntimeException e) {
            shutDown(owner, "SHUTDOWN IMMEDIATELY");
            throw e;
        }
        shutDown(owner, "SHUTDOWN IMMEDIATELY");
        return Optional.empty();
    }

    private static String url(Path directory, String fileSystem) {
        return "jdbc:h2:" + HeaderFiles.over(fileSystem)
                + directory.toAbsolutePath().resolve(NAME) + SETTINGS;
    }

    Handle writer() {
        return writer;
    }

    Jdbi readers() {
        return readers;
    }

    long bytes() {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0;
        }
    }

    /** Gives room in the file back to be used again; takes no more than some hundred milliseconds. */
    void tidy() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /**
     * Writes what is pending and closes. A file with much free room that is written anew within a second or two is
     * compacted, which a crash midway does not harm; another one uses its free room again instead.
     */
    void close() {
        pool.close();
        shutDown(owner, isWorthCompacting() ? "SHUTDOWN COMPACT" : "SHUTDOWN");
    }

    /** Leaves the file as it is. */
    void abandon() {
        pool.close();
        shutDown(owner, "SHUTDOWN IMMEDIATELY");
    }

    private boolean isWorthCompacting() {
        String sql = "select min(cast(setting_value as integer)) from information_schema.settings"
                + " where setting_name in ('info.FILL_RATE', 'info.CHUNKS_FILL_RATE')";
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return bytes() <= MOST_COMPACTED && rows.next() && rows.getInt(1) < WELL_FILLED;
        } catch (SQLException _) {
            return false;
        }
    }

    /** Asking costs a millisecond, what migrates costs a second of each start. */
    private static boolean isCurrent(Connection owner) {
        String sql = "select 1 from \"flyway_schema_history\" where \"version\" = ? and \"success\"";
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setString(1, SCHEMA);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException _) {
            return false;
        }
    }

    private static void migrate(String url) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(url, "owner", "owner")
                .locations("classpath:org/watchfloor/store/migration")
                .load()
                .migrate();
    }

    /** All connections are made at once and never again: a pool that makes them later might interrupt itself. */
    private HikariDataSource pool() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("reader");
        config.setPassword("reader");
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(READERS);
        config.setMaxLifetime(0);
        config.setReadOnly(true);
        config.setPoolName("history");
        HikariDataSource source = new HikariDataSource(config);
        List<Connection> all = new ArrayList<>();
        try {
            while (all.size() < READERS) {
                all.add(source.getConnection());
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        return source;
    }

    private static void shutDown(Connection owner, String how) {
        try (owner;
                Statement statement = owner.createStatement()) {
            statement.execute(how);
        } catch (SQLException _) {
            // it is closed already, which is what was asked for
        }
    }
}
