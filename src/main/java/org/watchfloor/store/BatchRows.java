package org.watchfloor.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.watchfloor.engine.Entry;
import org.watchfloor.model.Measurement;
import org.watchfloor.store.pack.Flush;

/** One batch as rows of one transaction. Confined to the writer thread. */
final class BatchRows {
    private final Handle handle;
    private final Memory memory;
    private final EntryRows entries;
    private final Map<Long, Flush> flushes = new HashMap<>();
    private final List<Entry> written = new ArrayList<>();

    BatchRows(Handle handle, Memory memory) {
        this.handle = handle;
        this.memory = memory;
        entries = new EntryRows(handle, memory);
    }

    void write(Batch batch, long number, Instant now) {
        batch.samples().forEach(this::pack);
        memory.refused().accepts("new series", () -> saveNewSeries(handle, memory.book()));
        flushes.entrySet().removeIf(flush -> !isIn(flush.getKey(), flush.getValue(), number));
        batch.entries().stream().filter(entries::accepts).forEach(written::add);
        mark(handle, number, now);
    }

    /** The batch is committed: memory may know of it. */
    void remember() {
        memory.book().saved();
        flushes.values().forEach(flush -> Flush.unpack(flush.pack(), memory.hours()::add));
        entries.moved().forEach(memory.standings()::moved);
        for (Entry entry : written) {
            if (entry instanceof Entry.GapRecorded recorded) {
                memory.unobserved().add(recorded.gap());
            }
        }
    }

    static void mark(Handle handle, long number, Instant now) {
        handle.execute("update mark set batch = ?, alive_at = ? where id = 1", number, Nanos.of(now));
    }

    private boolean isIn(long hour, Flush flush, long number) {
        return memory.refused()
                .accepts(
                        flush.samples() + " samples of hour " + hour,
                        () -> handle.execute(
                                "insert into journal (hour_no, id, block) values (?, ?, ?)",
                                hour,
                                number,
                                flush.pack()));
    }

    private void pack(RawSample sample) {
        Flush flush = flushes.computeIfAbsent(OpenHours.hourOf(sample.millis()), _ -> new Flush());
        flush.add(memory.book().latency(sample.check()).id(), sample.millis(), sample.latencyMillis(), sample.mark());
        for (Measurement measurement : sample.measurements()) {
            Optional<Series> series = memory.book().metric(sample.check(), measurement);
            series.ifPresent(known -> flush.add(known.id(), sample.millis(), measurement.value(), Mark.NONE));
        }
    }

    private static void saveNewSeries(Handle handle, SeriesBook book) {
        if (book.unsaved().isEmpty()) {
            return;
        }
        PreparedBatch rows =
                handle.prepareBatch("merge into series (id, check_id, metric, unit) key (id) values (?, ?, ?, ?)");
        for (Series series : book.unsaved()) {
            rows.add(series.id(), series.check().toString(), series.metric(), series.unit());
        }
        rows.execute();
    }
}
