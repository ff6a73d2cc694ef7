package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Reason;

class RetryPolicyTest {
    private static final RetryPolicy EVEN =
            new RetryPolicy(5, Duration.ofSeconds(1), 2, Duration.ofSeconds(5), 0, Set.of(), Set.of());

    @Test
    void waitsLongerEachTimeUpToTheCap() {
        assertThat(EVEN.pause(0, 7)).isEqualTo(Duration.ofSeconds(1));
        assertThat(EVEN.pause(1, 7)).isEqualTo(Duration.ofSeconds(2));
        assertThat(EVEN.pause(2, 7)).isEqualTo(Duration.ofSeconds(4));
        assertThat(EVEN.pause(3, 7)).isEqualTo(Duration.ofSeconds(5));
        assertThat(EVEN.pause(99, 7)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void leavesAShareToChanceWhichIsTheSameForTheSameSeed() {
        RetryPolicy usual = RetryPolicy.DEFAULT;

        assertThat(usual.pause(0, 7)).isEqualTo(usual.pause(0, 7)).isNotEqualTo(usual.pause(0, 8));
        for (int seed = 0; seed < 1_000; seed++) {
            assertThat(usual.pause(0, seed)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1_200));
        }
    }

    @Test
    void coversAllReasonsAndTheStatusesThatPassIfNothingIsWritten() {
        assertThat(EVEN.covers(Reason.REFUSED)).isTrue();
        assertThat(EVEN.covers(Reason.STATUS, OptionalInt.of(503))).isTrue();
        assertThat(EVEN.covers(Reason.STATUS, OptionalInt.of(404))).isFalse();
    }

    @Test
    void coversOnlyWhatIsWritten() {
        RetryPolicy policy = new RetryPolicy(
                1, Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 0, Set.of(Reason.REFUSED), Set.of(418));

        assertThat(policy.covers(Reason.REFUSED, OptionalInt.empty())).isTrue();
        assertThat(policy.covers(Reason.CUT_OFF, OptionalInt.of(200))).isFalse();
        assertThat(policy.covers(Reason.STATUS, OptionalInt.of(418))).isTrue();
        assertThat(policy.covers(Reason.STATUS, OptionalInt.of(503))).isFalse();
    }
}
