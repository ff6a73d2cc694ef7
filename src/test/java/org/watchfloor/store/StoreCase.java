package org.watchfloor.store;

import static org.watchfloor.store.Facts.FRONT;
import static org.watchfloor.store.Facts.SHOP;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Settings;
import org.watchfloor.engine.Entry;
import org.watchfloor.engine.History;
import org.watchfloor.engine.History.Series;
import org.watchfloor.engine.History.Uptime;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;
import org.watchfloor.model.Transition;

/** Real H2 files, a clock that tests move, and what tests of the store do again and again. */
abstract class StoreCase {
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration FLUSH = Duration.ofMillis(50);

    @TempDir
    private Path directory;

    final SettableClock clock = new SettableClock("2026-01-05T09:00:00Z");
    Store store;

    @BeforeEach
    void open() throws StoreFailed {
        store = Store.open(directory, Settings.DEFAULT, clock, "file:", FLUSH);
    }

    @AfterEach
    void close() {
        store.close();
    }

    final History history() {
        return store.history();
    }

    final void append(Entry... entries) {
        long ticket = store.journal().append(List.of(entries));
        Waiting.until(() -> store.journal().durable() >= ticket);
    }

    final void sampleEvery(Duration every, Duration span) {
        int count = (int) span.dividedBy(every);
        for (int index = 0; index < count; index++) {
            Instant at = START.plus(every.multipliedBy(index));
            store.journal().sample(Facts.up(FRONT, at, 10 + index % 10), State.UP);
            store.journal().sample(Facts.up(SHOP, at, 20), State.UP);
        }
        awaitWritten(2L * count);
    }

    final void sealUpTo(Duration afterStart) {
        clock.set(START.plus(afterStart));
        Waiting.until(() -> {
            append();
            return count("journal") == 0;
        });
    }

    final Series series(Duration span, int points) {
        return history()
                .series(FRONT, History.LATENCY, START, START.plus(span), points)
                .join();
    }

    final Uptime uptime(Duration span) {
        return Objects.requireNonNull(
                history().uptime(List.of(FRONT), START, START.plus(span)).join().get(FRONT));
    }

    final Transition last(CheckId check) {
        return Objects.requireNonNull(store.restored().last().get(check));
    }

    final void awaitWritten(long rows) {
        Waiting.until(() -> store.journal().figures().written() >= rows);
    }

    final long count(String table) {
        try (Connection reader = DriverManager.getConnection(
                        "jdbc:h2:" + HeaderFiles.over("file:") + directory.resolve("watchfloor") + ";IFEXISTS=TRUE",
                        "reader",
                        "reader");
                ResultSet rows = reader.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** While the store is closed. */
    final void asOwner(String... statements) throws SQLException {
        String url = "jdbc:h2:" + HeaderFiles.over("file:") + directory.resolve("watchfloor") + ";IFEXISTS=TRUE";
        try (Connection owner = DriverManager.getConnection(url, "owner", "owner");
                Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    final void reopen() throws StoreFailed {
        store.close();
        store = Store.open(directory, Settings.DEFAULT, clock, "file:", FLUSH);
    }
}
