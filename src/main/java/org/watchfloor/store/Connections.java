package org.watchfloor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database in force: opened, opened anew after trouble, and begun anew beside a damaged file, which is set aside and
 * never overwritten. Opens and closes on the store's own thread; {@link #database} for anybody.
 */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final String fileSystem;
    private final InstantSource clock;
    private final LastBatch lastBatch;
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private Optional<Runnable> onNewFile = Optional.empty();
    private Optional<Path> asFound = Optional.empty();
    private volatile Database database;

    Connections(Path directory, String fileSystem, InstantSource clock) throws SQLException {
        this.directory = directory;
        this.fileSystem = fileSystem;
        this.clock = clock;
        lastBatch = new LastBatch(directory);
        copyIfInDoubt();
        database = openOrBegin();
    }

    Database database() {
        return database;
    }

    /** What the operator has to know about files that were set aside. */
    List<String> notices() {
        return List.copyOf(notices);
    }

    LastBatch lastBatch() {
        return lastBatch;
    }

    /** Runs when, after the start, the file turned out to be a new or an older one. */
    void onNewFile(Runnable listener) {
        onNewFile = Optional.of(listener);
    }

    void reopen() throws SQLException {
        database.abandon();
        int before = notices.size();
        database = openOrBegin();
        compare();
        if (notices.size() > before) {
            onNewFile.ifPresent(Runnable::run);
        }
    }

    /** The open file turned out to be damaged. */
    void beginAnew() throws SQLException {
        database.abandon();
        setAside();
        database = Database.open(directory, fileSystem);
        onNewFile.ifPresent(Runnable::run);
    }

    /** A file that was cut opens as it once was, and says nothing: so this tells of it, once. */
    void compare() {
        long known = Loading.batch(database.writer());
        long missing = lastBatch.number() - known;
        if (missing > 0) {
            tell(lost(known, missing)
                    + asFound.map(copy -> " The file is kept as it was found: " + copy + ".")
                            .orElse(""));
        } else {
            asFound.ifPresent(Connections::delete);
        }
        asFound = Optional.empty();
        lastBatch.is(known);
        lastBatch.save();
    }

    void close() {
        lastBatch.save();
        database.close();
        lastBatch.closed(Database.file(directory));
    }

    /** Leaves the file, which takes nothing, as it is. */
    void abandon() {
        lastBatch.save();
        database.abandon();
    }

    private String lost(long known, long missing) {
        String why = "the file was cut, replaced or removed, or the machine stopped before it was on the disk";
        return known == 0
                ? "The database in " + directory + " has lost all that it held: " + why + "; history begins anew."
                : missing + (missing == 1 ? " batch" : " batches") + " newer than the database in " + directory
                        + (missing == 1 ? " was" : " were") + " lost: " + why + "; history from then is missing.";
    }

    private Database openOrBegin() throws SQLException {
        try {
            return Database.open(directory, fileSystem);
        } catch (SQLException | RuntimeException e) {
            if (!Files.exists(Database.file(directory)) || !Damage.isMeantBy(e)) {
                throw e;
            }
            LOG.warn("the database file is damaged", e);
            setAside();
            return Database.open(directory, fileSystem);
        }
    }

    /** Opening writes to the file: one that is not as the last close left it may turn out to be cut, and is copied before. */
    private void copyIfInDoubt() {
        Path file = Database.file(directory);
        if (lastBatch.number() == 0 || !Files.exists(file) || lastBatch.isAsClosed(file)) {
            return;
        }
        Path copy = aside();
        try {
            Files.copy(file, copy);
            asFound = Optional.of(copy);
        } catch (IOException e) {
            LOG.warn("{} cannot be copied before it is opened; going on without", file, e);
            delete(copy);
        }
    }

    private Path aside() {
        return directory.resolve("watchfloor-damaged-" + STAMP.format(clock.instant()) + ".mv.db");
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            LOG.warn("{} is not needed and cannot be deleted", copy, e);
        }
    }

    private void setAside() {
        Path aside = asFound.orElseGet(this::aside);
        try {
            if (asFound.isPresent()) {
                Files.delete(Database.file(directory));
            } else {
                Files.move(Database.file(directory), aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set the damaged database aside as " + aside, e);
        }
        asFound = Optional.empty();
        lastBatch.is(0);
        lastBatch.save();
        tell("The database was damaged: it is kept as " + aside
                + " and a new, empty one was begun; history from before is missing.");
    }

    private void tell(String notice) {
        LOG.warn(notice);
        notices.add(notice);
    }
}
