package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.watchfloor.store.Facts.FRONT;
import static org.watchfloor.store.Facts.SHOP;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.Entry;
import org.watchfloor.engine.History.Span;
import org.watchfloor.engine.History.Uptime;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.State;

/** How long checks were in which state. */
class StatesTest extends StoreCase {
    @Test
    void walksTheStatesOfOneCheckClippedToTheSpan() {
        append(Facts.changed(1, FRONT, START, State.UNKNOWN, State.UP));
        append(Facts.changed(2, SHOP, START.plusSeconds(50), State.UNKNOWN, State.DOWN));
        append(Facts.changed(3, FRONT, START.plusSeconds(100), State.UP, State.DOWN));
        append(Facts.changed(4, FRONT, START.plusSeconds(200), State.DOWN, State.UP));

        List<Span> states = history()
                .states(FRONT, START.plusSeconds(10), START.plusSeconds(300))
                .join();

        assertThat(states)
                .containsExactly(
                        new Span(START.plusSeconds(10), START.plusSeconds(100), State.UP),
                        new Span(START.plusSeconds(100), START.plusSeconds(200), State.DOWN),
                        new Span(START.plusSeconds(200), START.plusSeconds(300), State.UP));
        assertThat(history()
                        .states(FRONT, START.minusSeconds(9), START.plusSeconds(1))
                        .join())
                .containsExactly(new Span(START, START.plusSeconds(1), State.UP));
        assertThat(history().states(FRONT, START.minusSeconds(9), START).join()).isEmpty();
    }

    @Test
    void statesSurviveAClockThatRunsBackwards() {
        append(Facts.changed(1, FRONT, START.plusSeconds(1_000), State.UNKNOWN, State.UP));
        append(Facts.changed(2, FRONT, START.plusSeconds(500), State.UP, State.DOWN));

        List<Span> states =
                history().states(FRONT, START, START.plusSeconds(2_000)).join();

        assertThat(states).containsExactly(new Span(START.plusSeconds(500), START.plusSeconds(2_000), State.DOWN));
    }

    @Test
    void countsTheTimeInEachHardState() {
        for (int index = 0; index < 240; index++) {
            Instant at = START.plusSeconds(index * 30L);
            boolean isDown = index >= 60 && index < 80;
            clock.set(at);
            store.journal()
                    .sample(isDown ? Facts.down(FRONT, at, 1) : Facts.up(FRONT, at, 1), isDown ? State.DOWN : State.UP);
        }
        awaitWritten(240);
        Uptime open = uptime(Duration.ofHours(2));

        sealUpTo(Duration.ofHours(4));
        Uptime sealed = uptime(Duration.ofHours(2));

        assertThat(open.down()).isEqualTo(600);
        assertThat(open.up()).isCloseTo(7_200 - 600, within(31.0));
        assertThat(sealed.down()).isEqualTo(600);
        assertThat(sealed.up()).isCloseTo(7_200 - 600, within(31.0));
        assertThat(sealed.availability().orElseThrow()).isCloseTo(1 - 600 / 7_200.0, within(0.001));
        assertThat(uptime(Duration.ofDays(30)).down()).isEqualTo(600);
    }

    @Test
    void answersForManyChecksAtOnce() {
        List<CheckId> many = IntStream.range(0, 60)
                .mapToObj(index -> CheckId.parse("host/check-" + index))
                .toList();
        for (CheckId check : many) {
            for (int index = 0; index < 4; index++) {
                store.journal().sample(Facts.up(check, START.plusSeconds(index * 600L), 1), State.UP);
            }
        }
        awaitWritten(240);
        sealUpTo(Duration.ofHours(26));

        Map<CheckId, Uptime> uptimes =
                history().uptime(many, START, START.plus(Duration.ofDays(3))).join();

        assertThat(uptimes).containsOnlyKeys(many);
        assertThat(uptimes.values())
                .allSatisfy(uptime -> assertThat(uptime.up()).isGreaterThanOrEqualTo(1_800));
    }

    @Test
    void aGapOfObservationCountsForNothing() {
        store.journal().sample(Facts.up(FRONT, START, 1), State.UP);
        store.journal().sample(Facts.up(FRONT, START.plusSeconds(30), 1), State.UP);
        store.journal().sample(Facts.up(FRONT, START.plusSeconds(60), 1), State.UP);
        Gap gap = new Gap(START.plusSeconds(35), START.plusSeconds(58), Gap.Cause.SUSPENDED);
        append(new Entry.GapRecorded(gap));
        awaitWritten(4);
        clock.set(START.plusSeconds(60));

        assertThat(uptime(Duration.ofMinutes(1)).up()).isEqualTo(30);
        assertThat(history().gaps(START, START.plusSeconds(60)).join()).containsExactly(gap);
        assertThat(history().gaps(START.plusSeconds(58), START.plusSeconds(60)).join())
                .isEmpty();
    }
}
