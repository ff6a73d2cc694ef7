package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Gap;

class UnobservedTest {
    private static final long NINE = Instant.parse("2026-01-05T09:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;

    private final Unobserved unobserved = new Unobserved();

    @Test
    void whileTheProgramDidNotRunNobodyWasObserved() {
        unobserved.add(gap(Gap.Cause.NOT_RUNNING));

        assertThat(unobserved.isBetween(NINE + MINUTE, NINE + 2 * MINUTE)).isTrue();
        assertThat(unobserved.isBetween(NINE - 2 * MINUTE, NINE - MINUTE)).isFalse();
    }

    @Test
    void withoutANetworkOnlyThoseWithoutSamplesWereNotObserved() {
        unobserved.add(gap(Gap.Cause.NETWORK_LOST));

        assertThat(unobserved.isBetween(NINE - MINUTE, NINE + HOUR + MINUTE))
                .as("a target beyond the line")
                .isTrue();
        assertThat(unobserved.isBetween(NINE + MINUTE, NINE + 2 * MINUTE))
                .as("a neighbour that went on answering")
                .isFalse();
    }

    private static Gap gap(Gap.Cause cause) {
        return new Gap(Instant.ofEpochMilli(NINE), Instant.ofEpochMilli(NINE + HOUR), cause);
    }
}
