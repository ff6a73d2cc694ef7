package org.watchfloor.store;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.engine.Entry;
import org.watchfloor.engine.Journal;
import org.watchfloor.engine.StoreFigures;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.State;

/**
 * Writes what the engine hands over, batch by batch, on its one thread, which nobody interrupts. When the disk refuses,
 * it tells so, holds the batch, opens the database anew, and tries again until it is in: entries are never lost, samples
 * are thinned once the intake is full. What fails again and again for another reason is left out; a file that is damaged
 * is set aside.
 */
final class JournalWriter implements Journal, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
    private static final long FIRST_RETRY = 500_000_000L;
    private static final long LAST_RETRY = 5_000_000_000L;
    private static final int LAST_TRIES = 3;
    private static final int ENOUGH_TRIES = 3;

    private final Intake intake;
    private final Connections connections;
    private final Memory memory;
    private final InstantSource clock;
    private final Housekeeping housekeeping;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile long durable;
    private final AtomicLong written = new AtomicLong();
    private volatile double flushMillis;
    private volatile long bytes;
    private volatile Optional<String> trouble = Optional.empty();
    private long batchNumber;

    JournalWriter(
            Intake intake, Connections connections, Memory memory, InstantSource clock, Housekeeping housekeeping) {
        this.intake = intake;
        this.connections = connections;
        this.memory = memory;
        this.clock = clock;
        this.housekeeping = housekeeping;
        batchNumber = Loading.batch(connections.database().writer());
        bytes = connections.database().bytes();
    }

    @Override
    public void sample(CheckResult result, State hard) {
        intake.sample(RawSample.of(result, hard));
    }

    @Override
    public long append(List<Entry> entries) {
        return intake.append(entries);
    }

    @Override
    public long durable() {
        return durable;
    }

    @Override
    public void onDurable(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public StoreFigures figures() {
        return new StoreFigures(bytes, intake.queued(), written.get(), intake.thinned(), flushMillis, trouble);
    }

    /** Until stopped and all is written, or stopped while the disk refuses. */
    @Override
    public void run() {
        boolean goesOn = true;
        while (goesOn) {
            Optional<Batch> batch = intake.next();
            goesOn = batch.isPresent() && isWritten(batch.get());
            if (goesOn && !intake.isStopped()) {
                keepHouse();
            }
            connections.lastBatch().keep();
        }
    }

    private boolean isWritten(Batch batch) {
        boolean isIn = insist(new Work() {
            private Optional<BatchRows> rows = Optional.empty();

            @Override
            public void write(Handle handle, long number) {
                rows = Optional.of(new BatchRows(handle, memory));
                rows.get().write(batch, number, clock.instant());
            }

            @Override
            public void committed() {
                rows.orElseThrow().remember();
            }
        });
        if (isIn) {
            written.addAndGet(batch.rows());
            bytes = connections.database().bytes();
            if (!batch.groups().isEmpty()) {
                durable = batch.groups().getLast().ticket();
                listeners.forEach(Runnable::run);
            }
        }
        return isIn;
    }

    private void keepHouse() {
        for (Work work : housekeeping.due(clock.instant())) {
            if (!insist(work)) {
                return;
            }
        }
    }

    /** Tries until it is in; gives up only when stopped. */
    private boolean insist(Work work) {
        long number = ++batchNumber;
        long retry = FIRST_RETRY;
        Work tried = work;
        int tries = 0;
        for (int triesWhenStopped = 0; triesWhenStopped < LAST_TRIES; ) {
            Optional<Exception> failure = attempt(tried, number);
            if (failure.isEmpty()) {
                return true;
            }
            report(failure.get());
            if (++tries >= ENOUGH_TRIES) {
                tried = instead(tried, failure.get());
            }
            intake.pause(retry);
            retry = Math.min(LAST_RETRY, retry * 2);
            triesWhenStopped += intake.isStopped() ? 1 : 0;
        }
        LOG.warn("the store closes with entries unwritten, because the disk refuses them");
        return false;
    }

    /** What to try next when a work failed too often for a reason that is not the disk. */
    private Work instead(Work failed, Exception failure) {
        if (SetAside.isRefused(failure)) {
            return work((_, _) -> memory.refused().leaveOut("all rows of one batch", failure));
        }
        if (Damage.isMeantBy(failure)) {
            beginAnew();
        }
        return failed;
    }

    private void beginAnew() {
        try {
            connections.beginAnew();
        } catch (SQLException | RuntimeException e) {
            report(e);
        }
    }

    private Optional<Exception> attempt(Work work, long number) {
        try {
            if (trouble.isPresent()) {
                connections.reopen();
            }
            Handle handle = connections.database().writer();
            long start = System.nanoTime();
            boolean isNew = Loading.batch(handle) < number;
            memory.refused().begin();
            if (isNew) {
                work.write(handle, number);
                BatchRows.mark(handle, number, clock.instant());
            }
            commit(handle, work);
            memory.refused().committed();
            connections.lastBatch().is(number);
            flushMillis = isNew ? (System.nanoTime() - start) / 1e6 : flushMillis;
            clear();
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** Tables and memory change as one, as far as readers can see. */
    private void commit(Handle handle, Work work) throws SQLException {
        memory.hours().beginMove();
        try {
            handle.getConnection().commit();
            work.committed();
        } finally {
            memory.hours().endMove();
        }
    }

    private void report(Exception failure) {
        if (trouble.isEmpty()) {
            LOG.warn("cannot write to the database", failure);
        }
        trouble = Optional.of(Trouble.of(failure));
        listeners.forEach(Runnable::run);
    }

    private void clear() {
        if (trouble.isPresent()) {
            trouble = Optional.empty();
            LOG.info("the database takes entries again; nothing of them was lost, {} samples were", intake.thinned());
        }
    }

    /** Rows of one transaction, written as often as it takes. */
    interface Work {
        void write(Handle handle, long number) throws SQLException;

        /** Called once, after the commit. */
        void committed();
    }

    static Work work(Housekeeping.Rows rows) {
        return new Work() {
            @Override
            public void write(Handle handle, long number) throws SQLException {
                rows.write(handle, number);
            }

            @Override
            public void committed() {}
        };
    }
}
