package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.store.Facts.FRONT;
import static org.watchfloor.store.Facts.SHOP;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Settings;
import org.watchfloor.engine.Entry;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Transition;

/** Entries that the database refuses, and texts as hostile hosts send them. */
class PoisonTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private Path directory;

    private Store store;

    @BeforeEach
    void open() throws StoreFailed {
        store = Store.open(
                directory, Settings.DEFAULT, new SettableClock("2026-01-05T09:00:00Z"), "file:", Duration.ofMillis(50));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRefusedRowIsLeftOutAndAllOthersGetIn() throws StoreFailed {
        append(
                Facts.changed(1, FRONT, START, State.UNKNOWN, State.UP),
                Facts.changed(1, SHOP, START, State.UNKNOWN, State.DOWN),
                Facts.changed(2, SHOP, START, State.UNKNOWN, State.UP),
                new Entry.TimelineAdded(Facts.note(8, 1, START)),
                new Entry.TimelineAdded(Facts.note(8, 1, START)));
        append(Facts.changed(3, FRONT, START.plusSeconds(1), State.UP, State.DOWN));

        assertThat(store.notices()).hasSize(1);
        assertThat(store.notices().getFirst()).startsWith("The database refused 2 rows, which were left out");
        assertThat(store.journal().figures().trouble()).isEmpty();
        assertThat(store.history().transitionsAfter(0, 9).join())
                .extracting(Transition::id)
                .containsExactly(1L, 2L, 3L);
        close();
        open();
        assertThat(store.restored().last()).containsOnlyKeys(FRONT, SHOP);
        assertThat(store.restored().lastTransition()).isEqualTo(3);
        assertThat(store.notices()).isEmpty();
    }

    @Test
    void aTimeBeyondTheCalendarOfTheTableIsLeftOut() {
        append(
                Facts.changed(1, FRONT, Instant.MAX, State.UNKNOWN, State.UP),
                Facts.changed(2, FRONT, START, State.UNKNOWN, State.UP));

        assertThat(store.history().transitionsAfter(0, 9).join())
                .extracting(Transition::id)
                .endsWith(2L);
    }

    @Test
    void overlongTextsAreCutWithAMark() {
        String text = "x".repeat(999_998) + "😀😀";
        append(told(1, text));

        String stored = message(1);
        assertThat(stored).hasSize(999_999).endsWith("x…");
        assertThat(store.notices()).isEmpty();
    }

    @Test
    void halfCharactersAndNulHurtNothing() {
        append(told(1, "a\0b\uD83Dc\uDE00"), told(2, "\uD83D\uDE00 fine"));

        assertThat(message(1)).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
        assertThat(message(2)).isEqualTo("\uD83D\uDE00 fine");
        assertThat(store.notices()).isEmpty();
    }

    private static Entry told(long id, String text) {
        return new Entry.StateChanged(
                new Transition(id, FRONT, START, State.UP, State.DOWN, State.UP, Optional.of(Reason.REFUSED), text));
    }

    private String message(long id) {
        return store.history().transitionsAfter(id - 1, 1).join().getFirst().message();
    }

    private void append(Entry... entries) {
        long ticket = store.journal().append(List.of(entries));
        Waiting.until(() -> store.journal().durable() >= ticket);
    }
}
