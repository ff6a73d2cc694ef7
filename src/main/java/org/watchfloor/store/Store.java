package org.watchfloor.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.config.Settings;
import org.watchfloor.engine.ActionHistory;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.FailureHistory;
import org.watchfloor.engine.GateHistory;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Journal;
import org.watchfloor.engine.Recordings;
import org.watchfloor.engine.Restored;
import org.watchfloor.engine.SilenceHistory;

/**
 * The embedded database behind the engine's ports. Holds one file, {@code watchfloor.mv.db}; whoever opens it holds the
 * lock of the data directory. One thread, {@code journal}, opens, writes and closes; the threads {@code history-1} to
 * {@code history-3} read. All methods may be called from any thread, interrupted or not.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final Duration FLUSH = Duration.ofSeconds(1);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);

    /** Made on the journal's thread, complete when {@link #open} returns. */
    private record Parts(
            Intake intake,
            Connections connections,
            Queries queries,
            JournalWriter journal,
            History history,
            Recordings recordings,
            Restored restored,
            SetAside refused) {}

    private final Parts parts;
    private final CountDownLatch closed;

    private Store(Parts parts, CountDownLatch closed) {
        this.parts = parts;
        this.closed = closed;
    }

    /**
     * Opens the database of a data directory, or begins a new one. A damaged file is set aside beside it, see
     * {@link #notices}.
     *
     * @param retention how long samples and roll-ups are kept
     * @throws StoreFailed if the file can neither be opened nor begun; the message says why
     */
    public static Store open(Path directory, Settings retention, InstantSource clock) throws StoreFailed {
        return open(directory, retention, clock, "file:", FLUSH);
    }

    static Store open(Path directory, Settings retention, InstantSource clock, String fileSystem, Duration flush)
            throws StoreFailed {
        if (directory.toAbsolutePath().toString().contains(";")) {
            throw new StoreFailed(
                    "the path of the data directory holds a semicolon, which the database cannot take: " + directory,
                    new IllegalArgumentException("semicolon"));
        }
        CompletableFuture<Parts> opened = new CompletableFuture<>();
        CountDownLatch closed = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    try {
                        Parts parts = parts(directory, retention, clock, fileSystem, flush);
                        opened.complete(parts);
                        write(parts);
                    } catch (SQLException | RuntimeException e) {
                        opened.completeExceptionally(e);
                    } finally {
                        closed.countDown();
                    }
                },
                "journal");
        thread.setDaemon(true); // a close that took too long must not keep the process
        thread.start();
        try {
            return new Store(opened.join(), closed);
        } catch (CompletionException e) {
            throw new StoreFailed(
                    "the database in " + directory + " cannot be opened: " + rootMessage(e)
                            + "; look at the disk and the rights of that directory",
                    e);
        }
    }

    public Journal journal() {
        return parts.journal();
    }

    public AlertHistory alertHistory() {
        return new StoredAlerts(parts.queries());
    }

    public SilenceHistory silenceHistory() {
        return new StoredSilences(parts.queries());
    }

    public GateHistory gateHistory() {
        return new StoredGates(parts.queries());
    }

    public FailureHistory failureHistory() {
        return new StoredFailures(parts.queries());
    }

    public ActionHistory actionHistory() {
        return new StoredActions(parts.queries());
    }

    public History history() {
        return parts.history();
    }

    public Recordings recordings() {
        return parts.recordings();
    }

    /** What the journal knew when it was opened. */
    public Restored restored() {
        return parts.restored();
    }

    /**
     * What the operator has to know by now: a sentence for each damaged file that was set aside, for what a cut file
     * lost, and for rows that were left out; mostly none.
     */
    public List<String> notices() {
        return Stream.concat(parts.connections().notices().stream(), parts.refused().sentence().stream())
                .toList();
    }

    /** Writes what waits, compacts, closes; gives up after 15 seconds. */
    @Override
    public void close() {
        parts.intake().stop();
        long until = System.nanoTime() + CLOSE_LIMIT.toNanos();
        boolean interrupted = false;
        boolean isClosed = false;
        while (!isClosed && until - System.nanoTime() > 0) {
            try {
                isClosed = closed.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (!isClosed) {
            LOG.warn("the database did not close within {} s and is left as after a crash", CLOSE_LIMIT.toSeconds());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Parts parts(
            Path directory, Settings retention, InstantSource clock, String fileSystem, Duration flush)
            throws SQLException {
        Connections connections = new Connections(directory, fileSystem, clock);
        Opening.Loaded loaded = Opening.load(connections, clock.instant());
        Memory memory = loaded.memory();
        connections.onNewFile(memory.book()::forgetSaved);
        Intake intake = new Intake(flush.toNanos());
        Housekeeping housekeeping = new Housekeeping(memory, new Retention(retention), connections);
        Queries queries = new Queries(() -> connections.database().readers());
        return new Parts(
                intake,
                connections,
                queries,
                new JournalWriter(intake, connections, memory, clock, housekeeping),
                new StoredHistory(queries, memory, retention, clock),
                new StoredRecordings(queries, memory),
                loaded.restored(),
                memory.refused());
    }

    private static void write(Parts parts) {
        parts.journal().run();
        parts.queries().close();
        if (parts.journal().figures().trouble().isPresent()) {
            parts.connections().abandon();
        } else {
            parts.connections().close();
        }
    }

    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
