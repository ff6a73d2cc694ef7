package org.watchfloor.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.watchfloor.store.JournalWriter.Work;

/** What is to be done at full hours: seal them, close days, drop what is too old. Confined to the writer thread. */
final class Housekeeping {
    private final Memory memory;
    private final Sealing sealing;
    private final Retention retention;
    private final Connections connections;
    private boolean done;

    Housekeeping(Memory memory, Retention retention, Connections connections) {
        this.memory = memory;
        this.retention = retention;
        this.connections = connections;
        sealing = new Sealing(memory);
    }

    /** In the order in which it is to be done; mostly nothing. */
    List<Work> due(Instant now) {
        long millis = Nanos.millis(now);
        List<Long> hours = memory.hours().due(millis);
        if (done && hours.isEmpty()) {
            return List.of();
        }
        done = true;
        List<Work> works = new ArrayList<>();
        hours.forEach(hour -> works.add(seal(hour)));
        works.add(closeDays(millis));
        works.add(JournalWriter.work((handle, _) -> retention.apply(handle, millis)));
        works.add(JournalWriter.work((_, _) -> connections.database().tidy()));
        return works;
    }

    private Work seal(long hour) {
        return new Work() {
            @Override
            public void write(Handle handle, long number) {
                sealing.write(handle, hour, number);
            }

            @Override
            public void committed() {
                sealing.committed(hour);
            }
        };
    }

    private Work closeDays(long millis) {
        return new Work() {
            @Override
            public void write(Handle handle, long number) {
                long firstOpen = Math.min(memory.hours().first(), OpenHours.hourOf(millis - OpenHours.GRACE));
                for (long day : DayClose.due(handle, firstOpen)) {
                    DayClose.write(handle, day, number);
                }
            }

            @Override
            public void committed() {
                memory.hours().moved();
            }
        };
    }

    /** Rows to write in one transaction. */
    @FunctionalInterface
    interface Rows {
        void write(Handle handle, long number) throws SQLException;
    }
}
