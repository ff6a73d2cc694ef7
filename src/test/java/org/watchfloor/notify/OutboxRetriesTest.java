package org.watchfloor.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.model.Notice;

/** When a notice that was not accepted is tried again. */
class OutboxRetriesTest {
    private static final Notice NOTICE = Notices.firing();
    private static final Instant NOW = NOTICE.at();
    private static final RetryPolicy GENTLE =
            new RetryPolicy(2, Duration.ofMinutes(1), 3, Duration.ofMinutes(2), 0, Set.of(), Set.of());

    private Outbox outbox = Outbox.EMPTY.put(NOTICE, NOW).next();
    private Instant now = NOW;

    @Test
    void waitsAsThePolicyOfTheChannelSays() {
        assertThat(fails(GENTLE, Optional.empty())).isEqualTo(Duration.ofMinutes(1));
        assertThat(fails(GENTLE, Optional.empty())).isEqualTo(Duration.ofMinutes(2));
        fails(GENTLE, Optional.empty());

        assertThat(outbox.dead()).extracting(Posting::tries).containsExactly(3);
    }

    @Test
    void waitsAsLongAsTheReceiverAsksFor() {
        assertThat(fails(GENTLE, Optional.of(Duration.ofMinutes(10)))).isEqualTo(Duration.ofMinutes(10));
        assertThat(fails(GENTLE, Optional.of(Duration.ofSeconds(1)))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void triesTwelveTimesEachTimeLaterWithoutAPolicy() {
        assertThat(fails(Backoff.USUAL, Optional.empty())).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(fails(Backoff.USUAL, Optional.empty())).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        for (int tries = 3; tries <= 12; tries++) {
            assertThat(outbox.dead()).isEmpty();
            assertThat(fails(Backoff.USUAL, Optional.empty())).isLessThanOrEqualTo(Duration.ofMinutes(12));
        }

        assertThat(outbox.dead()).hasSize(1);
    }

    /** How long it has to wait then. */
    private Duration fails(RetryPolicy policy, Optional<Duration> asked) {
        outbox = outbox.start(_ -> Optional.of(Rate.DEFAULT), _ -> true, () -> 99, now)
                .next();
        outbox = outbox.finished(NOTICE.channel(), NOTICE.id(), new Delivery.Retry("busy", asked), policy, now)
                .next();
        Instant due = outbox.line(NOTICE.channel()).waiting().stream()
                .map(Posting::due)
                .findFirst()
                .orElse(now);
        Duration wait = Duration.between(now, due);
        now = due;
        return wait;
    }
}
