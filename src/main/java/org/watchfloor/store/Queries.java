package org.watchfloor.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs queries on a few threads of its own. A cancelled one is told to its statement, never to its thread: an interrupt
 * inside H2 closes the file for everybody.
 */
final class Queries {
    private static final Logger LOG = LoggerFactory.getLogger(Queries.class);

    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService pool = Executors.newFixedThreadPool(Database.READERS, work -> {
        Thread thread = new Thread(work, "history-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });
    private final Supplier<Jdbi> readers;

    /** @param readers of the database in force */
    Queries(Supplier<Jdbi> readers) {
        this.readers = readers;
    }

    /** A question to the database. */
    @FunctionalInterface
    interface Query<T> {
        T answer(Reading reading) throws SQLException;
    }

    <T> CompletableFuture<T> ask(Query<T> query) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Running running = new Running(future);
        var _ = future.whenComplete((_, _) -> {
            if (future.isCancelled()) {
                running.cancel();
            }
        });
        pool.execute(() -> run(query, future, running));
        return future;
    }

    /** Queries under way are waited for, shortly. */
    void close() {
        pool.shutdown();
        boolean interrupted = false;
        try {
            if (!pool.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("a query of the history did not end in time; its connection is closed under it");
            }
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> void run(Query<T> query, CompletableFuture<T> future, Running running) {
        if (future.isDone()) {
            return;
        }
        try (Handle handle = readers.get().open()) {
            handle.getConfig(SqlStatements.class).addCustomizer(running);
            future.complete(query.answer(new Reading(handle, future::isCancelled)));
        } catch (SQLException | RuntimeException e) {
            future.completeExceptionally(e);
        }
    }

    /** Knows which statement runs now. */
    private static final class Running implements StatementCustomizer {
        private final CompletableFuture<?> future;
        private volatile Optional<PreparedStatement> statement = Optional.empty();

        Running(CompletableFuture<?> future) {
            this.future = future;
        }

        @Override
        public void beforeExecution(PreparedStatement next, StatementContext context) throws SQLException {
            statement = Optional.of(next);
            if (future.isCancelled()) {
                throw new SQLException("the query was cancelled");
            }
        }

        @Override
        public void afterExecution(PreparedStatement done, StatementContext context) {
            statement = Optional.empty();
        }

        void cancel() {
            statement.ifPresent(Running::cancel);
        }

        private static void cancel(PreparedStatement statement) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.debug("a query could not be cancelled", e);
            }
        }
    }
}
