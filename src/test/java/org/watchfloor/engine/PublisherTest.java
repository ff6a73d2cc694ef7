package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final MemoryJournal journal = new MemoryJournal();
    private final SnapshotMaker maker = new SnapshotMaker(NOW, List::of);
    private final Publisher publisher = new Publisher(journal, snapshot());
    private final List<Long> seen = new ArrayList<>();

    @Test
    void showsNothingThatACrashCouldStillUndo() {
        publisher.subscribe(snapshot -> seen.add(snapshot.sequence()));
        journal.holdUp();
        long ticket = journal.append(List.of());
        publisher.offer(snapshot(), ticket);
        List<Long> before = List.copyOf(seen);
        journal.sync();

        assertThat(before).isEmpty();
        assertThat(seen).containsExactly(2L);
    }

    @Test
    void showsTheNewestOfThoseThatWaited() {
        publisher.subscribe(snapshot -> seen.add(snapshot.sequence()));
        journal.holdUp();
        long ticket = journal.append(List.of());
        publisher.offer(snapshot(), ticket);
        publisher.offer(snapshot(), ticket);
        publisher.offer(snapshot(), ticket);
        journal.sync();

        assertThat(seen).containsExactly(4L);
        assertThat(publisher.current().sequence()).isEqualTo(4);
    }

    @Test
    void goesOnWhileTheStoreIsInTrouble() {
        publisher.subscribe(snapshot -> seen.add(snapshot.sequence()));
        journal.holdUp();
        journal.trouble("the disk is full");
        long ticket = journal.append(List.of());
        publisher.offer(snapshot(), ticket);

        assertThat(seen).hasSize(1);
    }

    @Test
    void doesNotLetOneListenerHurtTheOthers() {
        publisher.subscribe(snapshot -> {
            throw new IllegalStateException("bad listener");
        });
        Snapshots.Subscription ended = publisher.subscribe(snapshot -> seen.add(-1L));
        ended.close();
        publisher.subscribe(snapshot -> seen.add(snapshot.sequence()));
        publisher.offer(snapshot(), 0);

        assertThat(seen).containsExactly(2L);
    }

    private Snapshot snapshot() {
        EngineFigures start = EngineFigures.atStart(NOW);
        EngineFigures figures = new EngineFigures(
                NOW,
                0,
                0,
                0,
                0,
                start.lag(),
                0,
                0,
                start.lanes(),
                journal.figures(),
                List.of(),
                0,
                OutwardFigures.NONE);
        return maker.make(EngineState.empty(NOW), NOW, figures);
    }
}
