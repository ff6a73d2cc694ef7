package org.watchfloor.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.model.State;

/** Which conditions hold of a group of checks. */
class MemberConditionTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeMembers members = FakeMembers.of(
            member("a", State.UP, 100)
                    .with("cert_days_left", 10)
                    .with("disk.x", 10)
                    .with("disk.y", 20),
            member("b", State.DOWN, 200).with("disk.y", 90),
            member("c", State.DOWN, 300),
            member("d", State.DEGRADED, 1000));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "count(state == DOWN) == 2 | TRUE",
                "count(state == DOWN) > 2 | FALSE",
                "count(state == DOWN and latency > 200ms) == 1 | TRUE",
                "share(state == DOWN) >= 50% | TRUE",
                "share(state == DOWN) > 0.5 | FALSE",
                "count(cert_days_left < 14) == 1 | TRUE",
                "share(cert_days_left < 14) == 100% | TRUE",
                "count(cert_days_left < 5) > 0 | FALSE",
                "count(unheard_of < 5) > 0 | MISSING",
                "avg(latency) == 400 | TRUE",
                "min(latency) == 100ms | TRUE",
                "max(latency) == 1s | TRUE",
                "sum(latency) == 1600 | TRUE",
                "p50(latency) == 200 | TRUE",
                "p95(latency) == 1000 | TRUE",
                "p99(latency) < 1000 | FALSE",
                "min(cert_days_left) < 14 | TRUE",
                "max(unheard_of) > 0 | MISSING",
                "max(avg(latency, 5m)) == 1000 | TRUE",
                "avg(max(latency, 5m)) == 400 | TRUE",
                "max(avg(latency, 1h)) > 0 | MISSING",
                "avg(disk.*) == 55 | TRUE",
                "avg(disk.*) == 10 | TRUE",
                "avg(disk.*) == 40 | FALSE",
                "max(memory.*) > 0 | MISSING",
                "not count(state == DOWN) > 2 and max(latency) > 500ms | TRUE",
            })
    void holds(String condition, Truth truth) {
        assertThat(Conditions.test(condition, members)).isEqualTo(truth);
    }

    @ParameterizedTest(name = "one is down, one is up, one has not been looked at: {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "count(state == DOWN) >= 1 | TRUE",
                "count(state == DOWN) >= 2 | MISSING",
                "count(state == DOWN) >= 3 | FALSE",
                "count(state == DOWN) < 3 | TRUE",
                "count(state == UP) < 2 | MISSING",
                "count(state == UP) == 0 | FALSE",
                "count(state == UP) == 2 | MISSING",
                "count(state == UP) != 3 | TRUE",
                "share(state == UP) < 50% | MISSING",
                "share(state == UP) <= 70% | TRUE",
                "share(state == DOWN) > 67% | FALSE",
                "count(latency > 5) < 2 | MISSING",
            })
    void isDecidedOnlyIfTheUnknownCannotChangeIt(String condition, Truth truth) {
        FakeMembers starting =
                FakeMembers.of(member("a", State.DOWN, 9), member("b", State.UP, 1), FakeSight.unseen("c"));

        assertThat(Conditions.test(condition, starting)).isEqualTo(truth);
    }

    @Test
    void aWindowThatIsStillFillingLeavesItsMemberOpen() {
        FakeMembers starting = FakeMembers.of(
                member("a", State.UP, 100), FakeSight.in(State.UP, "b").over("latency", MINUTE, 1));

        assertThat(Conditions.test("count(avg(latency, 5m) < 500ms) < 2", starting))
                .isEqualTo(Truth.MISSING);
    }

    @Test
    void wantsTheValuesOfHalfTheMembers() {
        FakeMembers half = FakeMembers.of(member("a", State.UP, 9), FakeSight.unseen("b"));
        FakeMembers third = FakeMembers.of(member("a", State.UP, 9), FakeSight.unseen("b"), FakeSight.unseen("c"));

        assertThat(Conditions.test("avg(latency) > 1", half)).isEqualTo(Truth.TRUE);
        assertThat(Conditions.test("avg(latency) > 1", third)).isEqualTo(Truth.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"count(state == UP) < 2", "share(state == UP) < 50%", "max(latency) < 5"})
    void knowsNothingOfAnEmptyGroup(String condition) {
        assertThat(Conditions.test(condition, FakeMembers.of())).isEqualTo(Truth.MISSING);
    }

    @Test
    void needsWhatItLooksAtInItsMembers() {
        Needs needs = Conditions.members("count(age > 5m) > 1 or max(p95(latency, 10m)) > 5")
                .needs();

        assertThat(needs.age()).isTrue();
        assertThat(needs.window("latency")).contains(Duration.ofMinutes(10));
    }

    private static FakeSight member(String name, State state, double latency) {
        return FakeSight.in(state, name)
                .with("latency", latency)
                .over("latency", MINUTE, latency, latency, latency, latency, latency, latency);
    }
}
