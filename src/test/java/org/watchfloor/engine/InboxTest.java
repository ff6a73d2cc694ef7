package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Waiter;

class InboxTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final ScriptedWaiter waiter = new ScriptedWaiter();
    private final Inbox inbox = new Inbox(waiter);

    @Test
    void wakesADozingEngineForTheFirstResultOnly() throws InterruptedException {
        waiter.during(() -> {
            inbox.put(result());
            inbox.put(result());
        });
        List<Event> batch = inbox.take(NOW.plusSeconds(1));

        assertThat(batch).hasSize(2);
        assertThat(waiter.wakes).isEqualTo(1);
    }

    @Test
    void letsResultsComeTogetherWithoutWakingAnybody() throws InterruptedException {
        waiter.during(() -> {
            inbox.put(result());
            inbox.put(result());
        });
        List<Event> batch = inbox.gather(NOW.plusMillis(20));

        assertThat(batch).hasSize(2);
        assertThat(waiter.wakes).isZero();
        assertThat(waiter.deadlines).containsExactly(NOW.plusMillis(20));
    }

    @Test
    void lacksNoResultThatCameBeforeTheWait() throws InterruptedException {
        inbox.put(result());

        assertThat(inbox.take(NOW.plusSeconds(1))).hasSize(1);
        assertThat(waiter.deadlines).isEmpty();
    }

    @Test
    void doesNotLetPeopleWait() throws InterruptedException {
        Event command = new Event.CheckNow(List.of());
        inbox.put(result());
        inbox.command(command);

        assertThat(inbox.gather(NOW.plusMillis(20)).getFirst()).isEqualTo(command);
        assertThat(waiter.deadlines).isEmpty();
        assertThat(waiter.wakes).isEqualTo(1);
    }

    private static Event result() {
        return new Event.CheckFinished(new CheckResult(
                CheckId.parse("a/b"), NOW, Duration.ZERO, Duration.ZERO, Observation.of(new Outcome.Up("fine"))));
    }

    /** Something that happens while somebody waits. */
    @FunctionalInterface
    private interface Action {
        void run() throws InterruptedException;
    }

    private static final class ScriptedWaiter implements Waiter {
        private final List<Instant> deadlines = new ArrayList<>();
        private Action action = () -> {};
        private int wakes;

        void during(Action happening) {
            action = happening;
        }

        @Override
        public void waitUntil(Instant deadline) throws InterruptedException {
            deadlines.add(deadline);
            action.run();
        }

        @Override
        public void wake() {
            wakes++;
        }
    }
}
