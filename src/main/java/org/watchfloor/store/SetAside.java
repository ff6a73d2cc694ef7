package org.watchfloor.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that the database refuses for what they hold, not for the disk: they are left out, told in the log, and counted,
 * so that all others get in. A refused statement changes nothing, the transaction goes on. Used by the writer; the
 * sentence for anybody.
 */
final class SetAside {
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);
    private static final int TOLD_AT_ONCE = 20;

    private final List<String> pending = new ArrayList<>();
    private final AtomicLong count = new AtomicLong();

    /** A transaction begins: what an earlier attempt refused is refused again. */
    void begin() {
        pending.clear();
    }

    /** @return whether the row is in */
    boolean accepts(String what, Runnable row) {
        try {
            row.run();
            return true;
        } catch (RuntimeException e) {
            if (!isRefused(e)) {
                throw e;
            }
            leaveOut(what, e);
            return false;
        }
    }

    void leaveOut(String what, Exception failure) {
        pending.add(what + " (" + reason(failure) + ")");
    }

    /** The transaction is in without the rows that were refused. */
    void committed() {
        if (pending.isEmpty()) {
            return;
        }
        pending.stream()
                .limit(TOLD_AT_ONCE)
                .forEach(row -> LOG.warn("the database refuses a row, which is left out: {}", row));
        if (pending.size() > TOLD_AT_ONCE) {
            LOG.warn("{} more rows were left out", pending.size() - TOLD_AT_ONCE);
        }
        count.addAndGet(pending.size());
        pending.clear();
    }

    /** For the operator; empty while all rows got in. */
    Optional<String> sentence() {
        long left = count.get();
        return left == 0
                ? Optional.empty()
                : Optional.of("The database refused " + left
                        + (left == 1 ? " row, which was" : " rows, which were")
                        + " left out of the history: the log names each; all others are written");
    }

    /** A violated constraint, a value that does not fit, or a mistake before the database was reached. */
    static boolean isRefused(Throwable failure) {
        boolean reachedDatabase = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof MVStoreException) {
                return false;
            }
            if (cause instanceof SQLException sql && isOfContent(sql)) {
                return true;
            }
            reachedDatabase |= cause instanceof SQLException || cause instanceof JdbiException;
        }
        return !reachedDatabase;
    }

    private static boolean isOfContent(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    /** Never the database's own words: they repeat the value. */
    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOfContent(sql)) {
                return "SQL state " + sql.getSQLState();
            }
        }
        return failure.getClass().getSimpleName();
    }
}
