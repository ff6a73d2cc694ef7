package org.watchfloor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How breakers judge, in words. */
class PolicyWordsTest {
    @Test
    void tellsTheUsual() {
        assertThat(BreakerPolicy.DEFAULT.text())
                .isEqualTo("opens after 5 failures in a row, tries again after 60 s, closes after 2 successes");
    }

    @Test
    void tellsOneOfEach() {
        BreakerPolicy policy = new BreakerPolicy(
                new Trip.Consecutive(1, 1),
                Duration.ofSeconds(30),
                new Reset(Duration.ofMinutes(5), 1.5, Duration.ofHours(1)));

        assertThat(policy.text())
                .isEqualTo("opens after 1 failure, tries again after 5 min (1.5 times as long each time, at most 1 h),"
                        + " closes after 1 success");
    }

    @Test
    void tellsShares() {
        Trip trip = new Trip.Rate(new Trip.Window.Calls(100), 50, 12.5, Duration.ofMillis(800), 10, 3);
        Trip timed = new Trip.Rate(new Trip.Window.Time(90), 50, 100, Duration.ofSeconds(60), 1, 1);

        assertThat(new BreakerPolicy(trip, Duration.ofSeconds(30), Reset.DEFAULT).text())
                .isEqualTo("opens when 50 % of the last 100 calls failed or 12.5 % took longer than 800 ms"
                        + " (fewer than 10 calls decide nothing), tries again after 60 s,"
                        + " closes when fewer of 3 trials fail or are slow");
        assertThat(new BreakerPolicy(timed, Duration.ofSeconds(30), Reset.DEFAULT).text())
                .contains("50 % of the calls of 90 s failed", "fewer than 1 call decide", "fewer of 1 trial fail");
    }
}
