package org.watchfloor.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a condition, and how its normal form looks. */
class GrammarTest {
    @ParameterizedTest(name = "[{0}]")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "state==DOWN | state == DOWN",
                "state != UP | state != UP",
                "state in(UNREACHABLE,DOWN , DOWN) | state in (DOWN, UNREACHABLE)",
                "state in (STALE) | state == STALE",
                "age>90m | age > 1h30m",
                "age <= 24h | age <= 1d",
                "latency<500 | latency < 500",
                "latency >= 1500ms | latency >= 1s500ms",
                "connect > 0s | connect > 0s",
                "failed == 1 | failed == 1",
                "failed > 05.50% | failed > 5.5%",
                "cert_days_left < 14.0 | cert_days_left < 14",
                "disk./var.used_percent > 85% | disk./var.used_percent > 85%",
                "disk.*.used-percent > 85 | disk.*.used-percent > 85",
                "temperature<-5 | temperature < -5",
                "temperature > -0 | temperature > 0",
                "5min_load > 1.50 | 5min_load > 1.5",
                "size_bytes > 10240KiB | size_bytes > 10MiB",
                "size_bytes > 0B | size_bytes > 0B",
                "größe > 1 | größe > 1",
                "avg ( latency , 300s ) > 2s | avg(latency, 5m) > 2s",
                "min(x, 10s) > 1 | min(x, 10s) > 1",
                "max(x, 24h) > 1 | max(x, 1d) > 1",
                "sum(failed,1h) > 3 | sum(failed, 1h) > 3",
                "p50(x, 1m) > 1 | p50(x, 1m) > 1",
                "p95(x, 1m) > 1 | p95(x, 1m) > 1",
                "p99(x, 1m) > 1 | p99(x, 1m) > 1",
                "count(x, 1m) > 1 | count(x, 1m) > 1",
                "rate(net.bytes, 1m) > 10MiB | rate(net.bytes, 1m) > 10MiB",
                "max > 5 and rate > 6 | max > 5 and rate > 6",
                "\"used % of \\\"C:\\\\\\\"\" > 5 | \"used % of \\\"C:\\\\\\\"\" > 5",
                "\"plain\" > 5 | plain > 5",
                "\"state\" > 5 | \"state\" > 5",
                "\"DOWN\" > 5 | \"DOWN\" > 5",
                "\"a*\" > 5 | \"a*\" > 5",
                "\"5m\" > 5 | \"5m\" > 5",
                "a>1 and b>2 or c>3 | a > 1 and b > 2 or c > 3",
                "a>1 and (b>2 or c>3) | a > 1 and (b > 2 or c > 3)",
                "(a>1 and b>2) and ((c>3)) | a > 1 and b > 2 and c > 3",
                "(a>1 or (b>2 or c>3)) | a > 1 or b > 2 or c > 3",
                "not(a>1) | not a > 1",
                "not not (a>1 or b>2) | not not (a > 1 or b > 2)",
                "not a>1 and b>2 | not a > 1 and b > 2",
            })
    void readsAConditionAboutACheck(String text, String normal) {
        Condition<Sight> condition = Conditions.check(text);

        assertThat(condition.text()).isEqualTo(normal);
        assertThat(Conditions.check(normal)).isEqualTo(condition);
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(
            delimiter = '|',
            value = {
                "count(state==DOWN)>=3 | count(state == DOWN) >= 3",
                "share( state==DOWN or (avg(latency,5m) > 2s and failed == 1) ) > 05% "
                        + "| share(state == DOWN or avg(latency, 5m) > 2s and failed == 1) > 5%",
                "share(age > 5m) > 0.25 | share(age > 5m) > 0.25",
                "avg(latency) > 500ms | avg(latency) > 500ms",
                "min(cert_days_left) < 14 | min(cert_days_left) < 14",
                "max(disk.*) > 90% | max(disk.*) > 90%",
                "sum(failed) > 3 | sum(failed) > 3",
                "p50(latency) > 1 | p50(latency) > 1",
                "p95(p99(latency,5m)) > 1s | p95(p99(latency, 5m)) > 1s",
                "p99(latency) > 1 | p99(latency) > 1",
                "avg(count(latency, 5m)) < 4 | avg(count(latency, 5m)) < 4",
                "sum(rate(bytes, 5m)) > 1GiB | sum(rate(bytes, 5m)) > 1GiB",
                "not (count(state == UP) > 1 and max(latency) < 1s) "
                        + "| not (count(state == UP) > 1 and max(latency) < 1s)",
            })
    void readsAConditionAboutAGroup(String text, String normal) {
        Condition<Members> condition = Conditions.members(text);

        assertThat(condition.text()).isEqualTo(normal);
        assertThat(Conditions.members(normal)).isEqualTo(condition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tstate\n==\r\nDOWN  ", "state ==DOWN"})
    void takesAnyBlanks(String text) {
        assertThat(Conditions.check(text)).isEqualTo(Conditions.check("state == DOWN"));
    }
}
