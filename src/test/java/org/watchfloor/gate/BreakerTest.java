package org.watchfloor.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.gate.Admission.Admitted;
import org.watchfloor.gate.Admission.Rejected;
import org.watchfloor.gate.Admission.Ticket;
import org.watchfloor.gate.Position.Closed;
import org.watchfloor.gate.Position.HalfOpen;
import org.watchfloor.gate.Position.Open;

/** A breaker with the usual policy: 5 failures, 2 successes, 60 s. */
class BreakerTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration QUICK = Duration.ofMillis(20);

    private Instant now = NOON;
    private Breaker breaker = Breaker.closed(BreakerPolicy.DEFAULT, NOON);

    @Test
    void letsCallsThroughWhileClosed() {
        succeed();

        assertThat(breaker.position()).isInstanceOf(Closed.class);
        assertThat(breaker.counts().successful()).isEqualTo(1);
    }

    @Test
    void opensAtTheFifthFailureInARow() {
        fail(4);
        assertThat(breaker.position()).isInstanceOf(Closed.class);

        fail(1);

        assertThat(breaker.position()).isEqualTo(new Open(now, now.plusSeconds(60), 0, "5 failures in a row"));
    }

    @Test
    void aSuccessBeginsTheCountAnew() {
        fail(4);
        succeed();
        fail(4);

        assertThat(breaker.position()).isInstanceOf(Closed.class);
    }

    @Test
    void aTimeOutIsAFailureToo() {
        for (int call = 0; call < 5; call++) {
            end(ask(), CallResult.TIMED_OUT);
        }

        assertThat(breaker.position()).isInstanceOf(Open.class);
        assertThat(breaker.counts().timedOut()).isEqualTo(5);
        assertThat(breaker.counts().failed()).isZero();
    }

    @Test
    void rejectsWhileOpenAndSaysUntilWhen() {
        fail(5);

        assertThat(rejected()).contains(now.plusSeconds(60));
        assertThat(breaker.counts().rejected()).isEqualTo(1);
        assertThat(breaker.counts().lastRejected()).contains(now);
    }

    @Test
    void triesAgainAfterItsTimeWithAsManyCallsAsItNeeds() {
        fail(5);
        pass(60);

        ask();
        ask();

        assertThat(breaker.position()).isInstanceOf(HalfOpen.class);
        assertThat(rejected()).as("no third trial").isEmpty();
    }

    @Test
    void closesWhenItsTrialsSucceed() {
        fail(5);
        pass(60);
        succeed();
        assertThat(breaker.position()).isInstanceOf(HalfOpen.class);

        succeed();

        assertThat(breaker.position()).isInstanceOf(Closed.class);
        fail(4);
        assertThat(breaker.position()).as("what failed before is forgotten").isInstanceOf(Closed.class);
    }

    @Test
    void oneFailedTrialOpensItAgain() {
        fail(5);
        pass(60);
        succeed();
        fail(1);

        assertThat(breaker.position()).isEqualTo(new Open(now, now.plusSeconds(60), 1, "a trial failed"));
    }

    @Test
    void staysOpenLongerWithEachFailedTrialUpToItsLimit() {
        Reset growing = new Reset(Duration.ofSeconds(60), 2, Duration.ofSeconds(200));
        breaker = Breaker.closed(new BreakerPolicy(Trip.Consecutive.DEFAULT, Duration.ofSeconds(30), growing), now);
        fail(5);
        assertThat(secondsOpen()).isEqualTo(60);
        pass(60);
        fail(1);
        assertThat(secondsOpen()).isEqualTo(120);
        pass(120);
        fail(1);
        assertThat(secondsOpen()).isEqualTo(200);
        pass(200);
        succeed();
        succeed();
        fail(5);

        assertThat(secondsOpen()).as("it was closed in between").isEqualTo(60);
    }

    @Test
    void whatBeganBeforeATransitionDoesNotJudge() {
        Ticket early = ask();
        fail(5);
        pass(60);
        Ticket trial = ask();

        end(early, CallResult.FAILED);
        assertThat(breaker.position()).as("an old failure is no trial").isInstanceOf(HalfOpen.class);
        end(trial, CallResult.SUCCEEDED);
        succeed();

        assertThat(breaker.position()).isInstanceOf(Closed.class);
        assertThat(breaker.counts().failed()).as("but it is counted").isEqualTo(6);
    }

    @Test
    void trialsThatNobodyReportsAreGivenUp() {
        fail(5);
        pass(60);
        ask();
        Ticket lost = ask();
        pass(30);

        succeed();
        end(lost, CallResult.FAILED);
        succeed();

        assertThat(breaker.position()).isInstanceOf(Closed.class);
    }

    @Test
    void staysOpenWhileAPersonForcesIt() {
        breaker = breaker.set(Hand.FORCED_OPEN);
        pass(3_600);

        assertThat(rejected()).isEmpty();
        breaker = breaker.reset(now);
        succeed();
    }

    @Test
    void countsButDoesNotOpenWithMetricsOnly() {
        breaker = breaker.set(Hand.METRICS_ONLY);
        fail(10);

        assertThat(breaker.position()).isInstanceOf(Closed.class);
        assertThat(breaker.counts().errorPercent()).isEqualTo(100);
    }

    @Test
    void doesNothingWhileDisabled() {
        breaker = breaker.set(Hand.DISABLED);
        fail(10);

        assertThat(breaker.counts()).isEqualTo(CallCounts.NONE);
    }

    @Test
    void waitsForTheRestOfItsTimeAfterARestart() {
        fail(5);
        pass(20);

        breaker = breaker.restored(now);

        assertThat(rejected()).contains(now.plusSeconds(40));
    }

    @Test
    void waitsNoLongerThanItsPolicySaysWhenTheClockWasSetBack() {
        fail(5);
        pass(-7_200);

        breaker = breaker.restored(now);

        assertThat(rejected()).contains(now.plusSeconds(60));
    }

    @Test
    void triesAnewWhenARestartCutItsTrialsShort() {
        fail(5);
        pass(60);
        ask();
        ask();

        breaker = breaker.restored(now);
        succeed();
        succeed();

        assertThat(breaker.position()).isInstanceOf(Closed.class);
    }

    @Test
    void remembersWhenItSucceededAndFailedLast() {
        succeed();
        Instant good = now;
        pass(5);
        fail(1);

        assertThat(breaker.counts().lastSuccess()).contains(good);
        assertThat(breaker.counts().lastFailure()).contains(now);
        assertThat(breaker.counts().total()).isEqualTo(2);
        assertThat(breaker.fellBack().counts().fallback()).isEqualTo(1);
    }

    @Test
    void opensOnSlowCallsInRateMode() {
        Trip slow = new Trip.Rate(new Trip.Window.Calls(10), 50, 40, Duration.ofSeconds(1), 5, 2);
        breaker = Breaker.closed(new BreakerPolicy(slow, Duration.ofSeconds(30), Reset.DEFAULT), now);
        for (Duration took : new Duration[] {QUICK, QUICK, QUICK, Duration.ofSeconds(2), Duration.ofSeconds(2)}) {
            breaker = breaker.ended(ask(), CallResult.SUCCEEDED, took, now);
        }

        assertThat(breaker.position())
                .isInstanceOfSatisfying(
                        Open.class,
                        open -> assertThat(open.why()).isEqualTo("0 failed and 2 slow of the last 5 calls"));
    }

    @Test
    void refusesAPolicyThatCannotBeMeant() {
        assertThatThrownBy(() -> new Trip.Consecutive(0, 1)).hasMessage("failures must be at least 1, not 0");
        assertThatThrownBy(() -> new Trip.Rate(new Trip.Window.Time(60), 0, 100, QUICK, 1, 1))
                .hasMessage("failedPercent must be above 0 and at most 100, not 0.0");
        assertThatThrownBy(() -> new Reset(Duration.ofSeconds(60), 1, Duration.ofSeconds(30)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reset(Duration.ofSeconds(60), 0.5, Duration.ofSeconds(90)))
                .hasMessage("a reset grows by a factor of 1 to 10, not 0.5");
    }

    @Test
    void aCallThatIsMadeInAnyCaseIsATrialWhenItSucceeds() {
        fail(5);
        pass(10);

        breaker = breaker.passed(CallResult.SUCCEEDED, QUICK, now, now);
        assertThat(breaker.position()).isInstanceOf(HalfOpen.class);

        pass(1);
        breaker = breaker.passed(CallResult.SUCCEEDED, QUICK, now, now);
        assertThat(breaker.position()).isInstanceOf(Closed.class);
    }

    @Test
    void aCallThatIsMadeInAnyCaseAndFailsIsATrialOnlyWhenOneWasDue() {
        fail(5);
        Position open = breaker.position();
        pass(10);
        breaker = breaker.passed(CallResult.FAILED, QUICK, now, now);
        assertThat(breaker.position()).isEqualTo(open);
        assertThat(breaker.counts().failed()).isEqualTo(6);

        pass(50);
        breaker = breaker.passed(CallResult.TIMED_OUT, QUICK, now, now.plusSeconds(5));

        assertThat(breaker.position())
                .isEqualTo(new Open(now.plusSeconds(5), now.plusSeconds(65), 1, "a trial failed"));
    }

    @Test
    void aCallThatBeganBeforeItOpenedSaysNothingOfIt() {
        Instant before = now.minusSeconds(1);
        fail(5);
        Position open = breaker.position();

        breaker = breaker.passed(CallResult.SUCCEEDED, QUICK, before, now.plusSeconds(1));

        assertThat(breaker.position()).isEqualTo(open);
    }

    @Test
    void asksForDistanceWhileItIsOpenOrKeptOpen() {
        assertThat(breaker.spacing()).isEmpty();
        assertThat(breaker.set(Hand.FORCED_OPEN).spacing()).contains(Duration.ofSeconds(60));
        fail(5);
        assertThat(breaker.spacing()).contains(Duration.ofSeconds(60));
        assertThat(breaker.shutSince()).contains(now);
        assertThat(breaker.set(Hand.METRICS_ONLY).spacing()).isEmpty();
        assertThat(breaker.set(Hand.DISABLED).shutSince()).isEmpty();
    }

    @Test
    void staysOpenUnderOtherRulesAndBeginsToCountAnew() {
        BreakerPolicy other = new BreakerPolicy(new Trip.Consecutive(2, 1), Duration.ofSeconds(30), Reset.DEFAULT);
        fail(1);
        breaker = breaker.under(other);
        fail(1);
        assertThat(breaker.position()).isInstanceOf(Closed.class);
        fail(1);
        Position open = breaker.position();
        assertThat(open).isInstanceOf(Open.class);

        assertThat(breaker.under(BreakerPolicy.DEFAULT).position()).isEqualTo(open);
        assertThat(breaker.under(other)).isSameAs(breaker);
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    private Ticket ask() {
        Admission answer = breaker.ask(now);
        assertThat(answer).isInstanceOf(Admitted.class);
        breaker = answer.breaker();
        return ((Admitted) answer).ticket();
    }

    private Optional<Instant> rejected() {
        Admission answer = breaker.ask(now);
        assertThat(answer).isInstanceOf(Rejected.class);
        breaker = answer.breaker();
        return ((Rejected) answer).retryAt();
    }

    private void succeed() {
        end(ask(), CallResult.SUCCEEDED);
    }

    private void fail(int times) {
        for (int call = 0; call < times; call++) {
            end(ask(), CallResult.FAILED);
        }
    }

    private void end(Ticket ticket, CallResult result) {
        breaker = breaker.ended(ticket, result, QUICK, now);
    }

    private long secondsOpen() {
        Open open = (Open) breaker.position();
        return Duration.between(now, open.until()).toSeconds();
    }
}
