package org.watchfloor.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.model.State;

/** Which conditions hold of one check. */
class CheckConditionTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeSight sight = FakeSight.in(State.DOWN, "web-1/front")
            .lasting(Duration.ofMinutes(5))
            .with("latency", 800)
            .with("connect", 12.5)
            .with("failed", 1)
            .with("cpu", 85)
            .with("size_bytes", 1_048_576)
            .with("temperature", -3)
            .with("disk./.used", 40)
            .with("disk./var.used", 97)
            .with("two words", 2)
            .over("latency", MINUTE, 100, 200, 300, 400, 500, 600)
            .over("failed", MINUTE, 0, 1, 0, 0, 1, 0)
            .over("requests", MINUTE, 1000, 1060, 1120, 20, 80, 140);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "state == DOWN | TRUE",
                "state == UP | FALSE",
                "state != UP | TRUE",
                "state != DOWN | FALSE",
                "state in (DEGRADED, DOWN) | TRUE",
                "state in (DEGRADED, UP) | FALSE",
                "age >= 5m | TRUE",
                "age > 5m | FALSE",
                "age < 5m1ms | TRUE",
                "latency > 799 | TRUE",
                "latency > 799ms | TRUE",
                "latency > 1s | FALSE",
                "connect <= 12.5 | TRUE",
                "failed == 100% | TRUE",
                "failed < 5% | FALSE",
                "cpu >= 85% | TRUE",
                "cpu > 85 | FALSE",
                "size_bytes == 1MiB | TRUE",
                "size_bytes < 1MiB | FALSE",
                "temperature < -2.5 | TRUE",
                "\"two words\" != 2 | FALSE",
                "unheard_of > 0 | MISSING",
                "disk.*.used > 95 | TRUE",
                "disk.*.used > 99 | FALSE",
                "disk.*.used < 50 | TRUE",
                "disk*var*ed == 97 | TRUE",
                "*disk./var.used* == 97 | TRUE",
                "disk.*.free > 0 | MISSING",
                "disk.*.use > 0 | MISSING",
                "avg(latency, 5m) == 400ms | TRUE",
                "min(latency, 5m) == 200ms | TRUE",
                "max(latency, 5m) == 600ms | TRUE",
                "sum(latency, 5m) == 2s | TRUE",
                "p50(latency, 5m) == 400ms | TRUE",
                "p50(latency, 4m) == 400ms | TRUE",
                "p95(latency, 5m) >= 600ms | TRUE",
                "p99(latency, 5m) < 600ms | FALSE",
                "count(latency, 5m) == 5 | TRUE",
                "avg(failed, 5m) == 40% | TRUE",
                "sum(failed, 5m) > 1 | TRUE",
                "rate(requests, 5m) > 0.8 | TRUE",
                "max(late*, 5m) == 600 | TRUE",
                "avg(latency, 13m) > 0 | MISSING",
                "avg(latency, 10m) > 0 | TRUE",
                "avg(unheard_of, 5m) > 0 | MISSING",
                "count(unheard_of, 5m) < 1 | MISSING",
                "max(unheard*, 5m) > 0 | MISSING",
            })
    void holds(String condition, Truth truth) {
        assertThat(Conditions.test(condition, sight)).isEqualTo(truth);
    }

    @ParameterizedTest
    @CsvSource({"state == DOWN", "state != DOWN", "state in (DOWN)", "age > 5m", "age < 5m", "latency > 5"})
    void isOpenBeforeTheFirstLook(String condition) {
        assertThat(Conditions.test(condition, FakeSight.unseen("web-1/front"))).isEqualTo(Truth.MISSING);
    }

    @Test
    void leavesOutOfAPatternWhatHasNoDataInTheWindow() {
        FakeSight unmounted = FakeSight.up()
                .overUntil(FakeSight.NOW.minus(MINUTE.multipliedBy(5)), "disk.a", MINUTE, 99, 99, 99)
                .over("disk.b", MINUTE, 1, 1, 1, 1, 1, 1);

        assertThat(Conditions.test("max(disk.a, 5m) > 90", unmounted)).isEqualTo(Truth.MISSING);
        assertThat(Conditions.test("max(disk.*, 5m) > 90", unmounted)).isEqualTo(Truth.FALSE);
    }

    @Test
    void ofAPatternOneMetricWithTooLittleDataLeavesItOpen() {
        FakeSight young =
                FakeSight.up().over("disk.a", MINUTE, 1, 1, 1, 1, 1, 1).over("disk.b", MINUTE, 1, 1);

        assertThat(Conditions.test("max(disk.*, 5m) > 90", young)).isEqualTo(Truth.MISSING);
        assertThat(Conditions.test("max(disk.*, 5m) > 0", young)).isEqualTo(Truth.TRUE);
    }

    @Test
    void saysWhatHasToBeKept() {
        Condition<Sight> condition =
                Conditions.check("latency > 5 and (avg(latency, 5m) > 5 or not p95(latency, 1h) > 5) and age > 5m "
                        + "and max(lat*, 2h) > 5 and state == UP and connect > 5");

        Needs needs = condition.needs();

        assertThat(needs.age()).isTrue();
        assertThat(needs.windows())
                .containsOnlyKeys(Metric.exact("latency"), new Metric("lat*", true), Metric.exact("connect"))
                .containsEntry(Metric.exact("latency"), Duration.ofHours(1));
        assertThat(List.of("latency", "lateness", "connect"))
                .map(needs::window)
                .map(window -> window.orElseThrow())
                .containsExactly(Duration.ofHours(2), Duration.ofHours(2), Duration.ZERO);
        assertThat(needs.window("other")).isEmpty();
    }

    @Test
    void needsNoTimeToPassForAStateAlone() {
        assertThat(Conditions.check("state == UP").needs()).isEqualTo(Needs.NOTHING);
    }
}
