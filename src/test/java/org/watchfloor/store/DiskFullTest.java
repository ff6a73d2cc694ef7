package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.store.Facts.FRONT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Settings;
import org.watchfloor.model.State;

/** A real file on a disk that has no space left for a while. */
class DiskFullTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock("2026-01-05T09:00:00Z");
    private Store store;

    @BeforeEach
    void open() throws StoreFailed {
        FullDisk.install();
        store = Store.open(directory, Settings.DEFAULT, clock, FullDisk.SCHEME + ":", Duration.ofMillis(50));
    }

    @AfterEach
    void close() {
        FullDisk.FULL.set(false);
        store.close();
    }

    @Test
    void monitoringGoesOnAndAllEntriesComeInOnceThereIsSpace() throws StoreFailed {
        append(1, 100);
        FullDisk.FULL.set(true);
        long ticket = append(101, 200);
        Waiting.until(() -> store.journal().figures().trouble().isPresent());
        assertThat(store.journal().figures().trouble().orElseThrow())
                .startsWith("The disk is full: free some space")
                .contains("monitoring goes on");
        assertThat(store.journal().durable()).isLessThan(ticket);
        append(301, 300);
        sample(500);

        FullDisk.FULL.set(false);
        Waiting.until(() -> store.journal().figures().trouble().isEmpty());
        long last = append(601, 1);
        Waiting.until(() -> store.journal().durable() >= last);

        assertThat(store.history().transitionsAfter(0, 9_999).join()).hasSize(601);
        Waiting.until(() -> store.journal().figures().queued() == 0);
        assertThat(store.history()
                        .series(FRONT, "latency", START, START.plusSeconds(1_000), 10)
                        .join()
                        .rawCount())
                .isEqualTo(500);
    }

    @Test
    void samplesAreThinnedBeyondTheBoundAndCounted() {
        append(1, 1);
        FullDisk.FULL.set(true);
        append(2, 1);
        Waiting.until(() -> store.journal().figures().trouble().isPresent());

        long start = System.nanoTime();
        sample(3 * Intake.MOST_SAMPLES);
        double micros = (System.nanoTime() - start) / 1e3 / (3 * Intake.MOST_SAMPLES);

        assertThat(store.journal().figures().queued()).isLessThanOrEqualTo(Intake.MOST_SAMPLES + 10);
        assertThat(store.journal().figures().thinned()).isGreaterThan(Intake.MOST_SAMPLES);
        assertThat(micros).as("never waits for the disk").isLessThan(100);
    }

    @Test
    void closesInBoundedTimeWhileTheDiskIsFull() throws StoreFailed {
        append(1, 10);
        Waiting.until(() -> store.journal().figures().written() == 10);
        FullDisk.FULL.set(true);
        append(11, 10);
        Waiting.until(() -> store.journal().figures().trouble().isPresent());

        long start = System.nanoTime();
        store.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        FullDisk.FULL.set(false);
        open();
        assertThat(store.restored().lastTransition()).isEqualTo(10);
    }

    private long append(int first, int count) {
        long ticket = 0;
        for (int id = first; id < first + count; id++) {
            ticket = store.journal().append(List.of(Facts.changed(id, FRONT, START, State.UP, State.DOWN)));
        }
        return ticket;
    }

    private void sample(int count) {
        for (int index = 0; index < count; index++) {
            store.journal().sample(Facts.up(FRONT, START.plusMillis(index), 5), State.UP);
        }
    }
}
