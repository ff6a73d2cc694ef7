package org.watchfloor.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.config.Check;
import org.watchfloor.engine.Sites;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;

class HealthRulesTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final Check CHECK =
            Sites.site().host("web-1", "front").build().checks().getFirst();

    /** Letters are results: U up, G degraded, D down, ? unknown. Three failures make it hard, two successes recover. */
    @ParameterizedTest
    @CsvSource({
        "U, UP, UP",
        "D, PENDING, UNKNOWN",
        "DDD, DOWN, DOWN",
        "UD, PENDING, UP",
        "UDD, PENDING, UP",
        "UDDD, DOWN, DOWN",
        "UDDU, UP, UP",
        "UDDUDD, PENDING, UP",
        "UDDDU, DOWN, DOWN",
        "UDDDUU, UP, UP",
        "UDDDUDU, DOWN, DOWN",
        "UGGG, DEGRADED, DEGRADED",
        "UGGGD, DEGRADED, DEGRADED",
        "UGGGDDD, DOWN, DOWN",
        "UGGGDDG, DEGRADED, DEGRADED",
        "UDGD, DOWN, DOWN",
        "UDDG, DEGRADED, DEGRADED",
        "UDDDGG, DEGRADED, DEGRADED",
        "U?, PENDING, UP",
        "U???, UNKNOWN, UNKNOWN",
        "U???U, UP, UP",
        "UDDD??, UNKNOWN, UNKNOWN",
    })
    void followsTheResults(String results, State shown, State hard) {
        CheckHealth health = after(results);

        assertThat(health.state()).isEqualTo(shown);
        assertThat(health.hard()).isEqualTo(hard);
    }

    @Test
    void keepsTheTimeOfTheFirstFailureOfTheStreak() {
        assertThat(after("UUDDD").failingSince()).contains(START.plusSeconds(60));
        assertThat(after("UDDUUDDD").failingSince()).contains(START.plusSeconds(150));
        assertThat(after("UDDUU").failingSince()).isEmpty();
    }

    @Test
    void countsTheStreakForTheOperator() {
        CheckHealth.Coming coming = after("UDD").coming().orElseThrow();

        assertThat(coming).isEqualTo(new CheckHealth.Coming(State.DOWN, 2, 3));
    }

    @Test
    void saysHowFarItIsOnItsWay() {
        assertThat(after("UDD").progress()).isEqualTo("2 of 3: refused");
        assertThat(after("UDDDU").progress()).isEqualTo("recovering, 1 of 2: fine");
        assertThat(after("U").progress()).isEqualTo("fine");
    }

    @Test
    void isOverdueAfterTwiceItsIntervalAndItsTimeout() {
        CheckHealth health = after("U");
        Instant finished = health.last().orElseThrow().finishedAt();

        assertThat(HealthRules.isOverdue(CHECK, Pace.of(CHECK), health, finished.plusSeconds(70)))
                .isFalse();
        assertThat(HealthRules.isOverdue(CHECK, Pace.of(CHECK), health, finished.plusSeconds(71)))
                .isTrue();
    }

    @Test
    void forgetsWhatWasNotConfirmedBeforeAGap() {
        CheckHealth again = HealthRules.observedAgain(after("UDD"), START.plusSeconds(3_600));

        assertThat(again.state()).isEqualTo(State.UP);
        assertThat(again.coming()).isEmpty();
        assertThat(HealthRules.isOverdue(CHECK, Pace.of(CHECK), again, START.plusSeconds(3_630)))
                .isFalse();
    }

    @Test
    void keepsOnlyTheLatestLatencies() {
        CheckHealth health = after("U".repeat(Recent.CAPACITY + 5) + "D");

        assertThat(health.recent().size()).isEqualTo(Recent.CAPACITY);
        assertThat(health.recent().millis(0)).isEqualTo(5f);
        assertThat(health.recent().millis(Recent.CAPACITY - 1)).isNaN();
    }

    private static CheckHealth after(String results) {
        CheckHealth health = CheckHealth.unseen(CHECK.id(), START);
        for (int index = 0; index < results.length(); index++) {
            Instant at = START.plusSeconds(30L * index);
            CheckResult result = new CheckResult(
                    CHECK.id(),
                    at,
                    Duration.ofMillis(5),
                    Duration.ZERO,
                    Observation.of(outcome(results.charAt(index))));
            health = HealthRules.afterResult(CHECK, health, result, result.finishedAt());
        }
        return health;
    }

    private static Outcome outcome(char letter) {
        return switch (letter) {
            case 'U' -> new Outcome.Up("fine");
            case 'G' -> new Outcome.Degraded(Reason.THRESHOLD, "slow");
            case 'D' -> new Outcome.Down(Reason.REFUSED, "refused");
            default -> new Outcome.Unknown(Reason.CREDENTIAL_MISSING, "no key");
        };
    }
}
