package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.store.Facts.FRONT;
import static org.watchfloor.store.Facts.SHOP;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.Entry;
import org.watchfloor.engine.Restored;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.State;

/** What the store remembers over a restart, and how it stands what callers do. */
class StoreTest extends StoreCase {
    @Test
    void knowsItsNewestMigration() throws Exception {
        Path first = Path.of(Objects.requireNonNull(Store.class.getResource("migration/V1__journal.sql"))
                .toURI());
        try (Stream<Path> migrations = Files.list(Objects.requireNonNull(first.getParent()))) {
            assertThat(migrations.map(file -> file.getFileName().toString()))
                    .hasSize(Integer.parseInt(Database.SCHEMA))
                    .anyMatch(name -> name.startsWith("V" + Database.SCHEMA + "__"));
        }
    }

    @Test
    void beginsEmpty() {
        assertThat(store.restored()).isEqualTo(Restored.NOTHING);
        assertThat(store.notices()).isEmpty();
    }

    @Test
    void restoresWhatTheEngineMustKnow() throws StoreFailed {
        Incident open = Facts.incident(2, START, Optional.empty());
        store.journal()
                .append(List.of(
                        Facts.changed(1, FRONT, START, State.UNKNOWN, State.UP),
                        Facts.changed(2, SHOP, START.plusNanos(7), State.UNKNOWN, State.UP),
                        Facts.changed(3, FRONT, START.plusSeconds(9), State.UP, State.DOWN),
                        new Entry.IncidentSaved(Facts.incident(1, START, Optional.of(START.plusSeconds(5)))),
                        new Entry.IncidentSaved(open),
                        new Entry.TimelineAdded(Facts.note(8, 2, START))));

        reopen();

        assertThat(store.restored().last()).containsOnlyKeys(FRONT, SHOP);
        assertThat(last(FRONT)).isEqualTo(Facts.transition(3, FRONT, START.plusSeconds(9), State.UP, State.DOWN));
        assertThat(store.restored().openIncidents()).containsExactly(open);
        assertThat(store.restored().lastTransition()).isEqualTo(3);
        assertThat(store.restored().lastIncident()).isEqualTo(2);
        assertThat(store.restored().lastTimelineEntry()).isEqualTo(8);
        assertThat(store.restored().lastAlive()).contains(START);
    }

    @Test
    void restoresFromTheHourlyListOfNewestTransitions() throws StoreFailed {
        store.journal().append(List.of(Facts.changed(1, FRONT, START, State.UNKNOWN, State.UP)));
        store.journal().append(List.of(Facts.changed(2, SHOP, START, State.UNKNOWN, State.UP)));
        sampleEvery(Duration.ofSeconds(30), Duration.ofMinutes(5));
        sealUpTo(Duration.ofHours(2));
        append(Facts.changed(3, SHOP, clock.instant(), State.UP, State.DOWN));

        reopen();

        assertThat(last(FRONT).id()).isEqualTo(1);
        assertThat(last(SHOP).id()).isEqualTo(3);
        assertThat(store.restored().lastTransition()).isEqualTo(3);
    }

    @Test
    void ticketsGrowAndBecomeDurableAndListenersHearIt() {
        long[] heard = new long[1];
        store.journal().onDurable(() -> heard[0] = store.journal().durable());

        long first = store.journal().append(List.of(Facts.changed(1, FRONT, START, State.UNKNOWN, State.UP)));
        long second = store.journal().append(List.of());
        Waiting.until(() -> heard[0] == second);

        assertThat(second).isEqualTo(first + 1);
        assertThat(store.journal().figures().trouble()).isEmpty();
        assertThat(store.journal().figures().bytes()).isPositive();
        assertThat(store.journal().figures().written()).isEqualTo(1);
    }

    @Test
    void answersForIncidentsAndTheirTimeline() {
        Incident first = Facts.incident(1, START, Optional.empty());
        Incident second = Facts.incident(2, START.plusSeconds(500), Optional.empty());
        append(new Entry.IncidentSaved(first), new Entry.TimelineAdded(Facts.note(1, 1, START)));
        append(new Entry.IncidentSaved(second), new Entry.TimelineAdded(Facts.note(2, 2, START)));
        Incident resolved = Facts.incident(1, START, Optional.of(START.plusSeconds(60)));
        append(new Entry.IncidentSaved(resolved), new Entry.TimelineAdded(Facts.note(3, 1, START)));

        assertThat(history().incidents(START, START.plusSeconds(900), 10).join())
                .containsExactly(second, resolved);
        assertThat(history().incidents(START, START.plusSeconds(900), 1).join()).containsExactly(second);
        assertThat(history()
                        .incidents(START.plusSeconds(61), START.plusSeconds(900), 9)
                        .join())
                .containsExactly(second);
        assertThat(history().incident(new IncidentId(1)).join()).contains(resolved);
        assertThat(history().incident(new IncidentId(9)).join()).isEmpty();
        assertThat(history().timeline(new IncidentId(1)).join())
                .containsExactly(Facts.note(1, 1, START), Facts.note(3, 1, START));
    }

    @Test
    void givesTransitionsFromANumberOn() {
        append(
                Facts.changed(1, FRONT, START, State.UNKNOWN, State.UP),
                Facts.changed(2, SHOP, START, State.UNKNOWN, State.UP),
                Facts.changed(3, SHOP, START, State.UP, State.DOWN));

        assertThat(history().transitionsAfter(1, 10).join()).extracting("id").containsExactly(2L, 3L);
        assertThat(history().transitionsAfter(0, 1).join()).extracting("id").containsExactly(1L);
    }

    @Test
    void anInterruptedCallerHarmsNothing() {
        Thread.currentThread().interrupt();
        append(Facts.changed(1, FRONT, START, State.UNKNOWN, State.UP));
        var answer = history().transitionsAfter(0, 9);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(answer.join()).hasSize(1);
    }

    @Test
    void aCancelledQueryLeavesTheStoreWell() {
        append(Facts.changed(1, FRONT, START, State.UNKNOWN, State.UP));
        for (int index = 0; index < 50; index++) {
            history().transitionsAfter(0, 9).cancel(true);
        }

        assertThat(history().transitionsAfter(0, 9).join()).hasSize(1);
    }
}
