package org.watchfloor.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.model.State;

/** What people read about a condition that came true, or did not. */
class ExplanationTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeSight sight = FakeSight.in(State.DOWN, "web-1/front")
            .lasting(Duration.ofMillis(432_100))
            .with("latency", 812.34)
            .with("failed", 1)
            .with("status", 500)
            .with("load", 0.0123456)
            .with("tiny", 0.00000123456)
            .with("requests", 1_234_567.89)
            .with("cpu", 96.54321)
            .with("near", 14.0004)
            .with("size_bytes", 13_000_000)
            .with("disk./.used", 91)
            .with("disk./var.used", 97)
            .with("disk./home.used", 12)
            .over("latency", MINUTE, 700, 812, 650, 640, 630, 620)
            .over("failed", MINUTE, 0, 1, 0, 0, 1, 0)
            .over("bytes", MINUTE, 0, 600, 1200, 1800, 2400, 3000);

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "state == DOWN | web-1/front is DOWN",
                "state != UP | web-1/front is DOWN, not UP",
                "state in (UNREACHABLE, DOWN) | web-1/front is DOWN",
                "state == UP | web-1/front is DOWN, not UP",
                "state in (UP, DEGRADED) | web-1/front is DOWN, not DEGRADED or UP",
                "state != DOWN | web-1/front is DOWN",
                "age > 5m | web-1/front has been DOWN for 7m12s > 5m",
                "age > 7m12s | web-1/front has been DOWN for 7m12s100ms > 7m12s",
                "age < 5m | web-1/front has been DOWN for 7m12s >= 5m",
                "latency > 500ms | latency of web-1/front is 812 ms > 500 ms",
                "latency > 500 | latency of web-1/front is 812 ms > 500 ms",
                "latency > 812ms | latency of web-1/front is 812.3 ms > 812 ms",
                "latency < 2s | latency of web-1/front is 0.812 s < 2 s",
                "not latency > 1500ms | latency of web-1/front is 0.812 s <= 1.5 s",
                "status == 500 | status of web-1/front is 500",
                "status != 200 | status of web-1/front is 500, not 200",
                "status == 200 | status of web-1/front is 500, not 200",
                "load > 0.01 | load of web-1/front is 0.0123 > 0.01",
                "tiny > 0.000001 | tiny of web-1/front is 0.00000123 > 0.000001",
                "requests > 1000000 | requests of web-1/front is 1234568 > 1000000",
                "cpu > 85% | cpu of web-1/front is 96.5% > 85%",
                "near > 14 | near of web-1/front is 14.0004 > 14",
                "size_bytes > 10MiB | size_bytes of web-1/front is 12.4 MiB > 10 MiB",
                "disk.*.used > 90 | disk./var.used of web-1/front is 97 > 90",
                "disk.*.used < 20 | disk./home.used of web-1/front is 12 < 20",
                "disk.*.used > 98 | disk./var.used of web-1/front is 97 <= 98",
                "p95(latency, 5m) > 500ms | p95 latency of web-1/front over 5m was 812 ms > 500 ms",
                "avg(latency, 5m) > 500ms | average latency of web-1/front over 5m was 670 ms > 500 ms",
                "min(latency, 5m) > 500ms | lowest latency of web-1/front over 5m was 620 ms > 500 ms",
                "max(latency, 5m) > 500ms | highest latency of web-1/front over 5m was 812 ms > 500 ms",
                "sum(latency, 5m) > 1s | sum of latency of web-1/front over 5m was 3.35 s > 1 s",
                "count(latency, 5m) > 4 | number of latency samples of web-1/front over 5m was 5 > 4",
                "avg(failed, 5m) > 5% | share of failed results of web-1/front over 5m was 40% > 5%",
                "sum(failed, 5m) > 1 | number of failed results of web-1/front over 5m was 2 > 1",
                "rate(bytes, 5m) > 5 | rate of bytes per second of web-1/front over 5m was 10 > 5",
                "max(lat*, 5m) > 5 | highest latency of web-1/front over 5m was 812 > 5",
                "latency > 500 and state == DOWN "
                        + "| latency of web-1/front is 812 ms > 500 ms and web-1/front is DOWN",
                "latency > 900 or state == DOWN or cpu > 90 | web-1/front is DOWN and cpu of web-1/front is 96.5 > 90",
                "not (latency > 900 and state == DOWN) | latency of web-1/front is 812 ms <= 900 ms",
                "not (latency > 900 or state == UP) "
                        + "| latency of web-1/front is 812 ms <= 900 ms and web-1/front is DOWN, not UP",
                "unheard_of > 5 | unheard_of of web-1/front is not known",
                "avg(latency, 1h) > 5 | average latency of web-1/front over 1h is not known: too little data",
                "unheard.* > 5 | unheard.* of web-1/front is not known",
            })
    void tellsAboutACheck(String condition, String explanation) {
        assertThat(Conditions.check(condition).explain(sight, FakeSight.NOW)).isEqualTo(explanation);
    }

    @Test
    void tellsThatNothingIsKnownYet() {
        FakeSight unseen = FakeSight.unseen("web-1/front");

        assertThat(List.of("state == UP", "state != UP", "age > 5m"))
                .map(text -> Conditions.check(text).explain(unseen, FakeSight.NOW))
                .containsOnly("the state of web-1/front is not known yet");
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(
            delimiter = '|',
            value = {
                "count(state == DOWN) >= 3 | 3 of 40 members are DOWN: db-1/ping, db-2/ping, db-3/ping",
                "share(state == DOWN) > 5% | 3 of 40 members (7.5%) are DOWN: db-1/ping, db-2/ping, db-3/ping",
                "count(state != UP) > 1 | 3 of 40 members are not UP: db-1/ping, db-2/ping, db-3/ping",
                "count(state in (DOWN, UNREACHABLE)) > 1 "
                        + "| 3 of 40 members are DOWN or UNREACHABLE: db-1/ping, db-2/ping, db-3/ping",
                "count(latency > 2) > 1 | 38 of 40 members have latency > 2 ms: "
                        + "db-3/ping, db-4/ping, db-5/ping, db-6/ping, db-7/ping and 33 more",
                "count(state == DOWN and latency > 2) > 0 | 1 of 40 members is DOWN and has latency > 2 ms: db-3/ping",
                "count(state == DOWN or age > 5m) > 0 | 3 of 40 members are DOWN or have been in the same state for > 5m: "
                        + "db-1/ping, db-2/ping, db-3/ping",
                "count(not state == UP) > 0 "
                        + "| 3 of 40 members fulfil not state == UP: db-1/ping, db-2/ping, db-3/ping",
                "count(state == DOWN and (latency > 2 or age > 5m)) > 0 "
                        + "| 1 of 40 members fulfils state == DOWN and (latency > 2 or age > 5m): db-3/ping",
                "count(state == UP) < 38 | 37 of 40 members are UP; not so: db-1/ping, db-2/ping, db-3/ping",
                "count(state == UP) == 0 | 37 of 40 members are UP: db-4/ping, db-5/ping, db-6/ping, db-7/ping, db-8/ping "
                        + "and 32 more",
                "not count(state == STALE) > 0 | 0 of 40 members are STALE",
                "count(cert_days_left < 14) > 0 | 1 of 1 member that takes part has cert_days_left < 14: db-1/ping",
                "max(latency) > 30ms | highest latency of the 40 members of db is 40 ms > 30 ms, at db-40/ping",
                "min(latency) < 2ms | lowest latency of the 40 members of db is 1 ms < 2 ms, at db-1/ping",
                "avg(latency) > 3 | average latency of the 40 members of db is 20.5 ms > 3 ms",
                "min(cert_days_left) < 14 | lowest cert_days_left of the one member of db is 6 < 14, at db-1/ping",
                "max(cert*) > 4 | highest cert_days_left of the one member of db is 6 > 4, at db-1/ping",
                "max(p95(rtt, 5m)) > 3 " + "| highest p95 rtt over 5m of the one member of db was 9 > 3, at db-2/ping",
                "max(avg(rtt, 1h)) > 3 | highest average rtt over 1h of db is not known: "
                        + "too few of its members have a value",
                "count(avg(rtt, 1h) > 3) > 0 | too little is known of 1 of 1 member that takes part",
                "count(unheard_of > 3) > 0 | no member of db takes part",
            })
    void tellsAboutAGroup(String condition, String explanation) {
        assertThat(Conditions.members(condition).explain(fortyMembers(), FakeSight.NOW))
                .isEqualTo(explanation);
    }

    @Test
    void writesTheSameInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(Conditions.check("requests > 0.5").explain(sight, FakeSight.NOW))
                    .isEqualTo("requests of web-1/front is 1234568 > 0.5");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static FakeMembers fortyMembers() {
        List<FakeSight> sights = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> FakeSight.in(number <= 3 ? State.DOWN : State.UP, "db-" + number + "/ping")
                        .with("latency", number))
                .toList();
        sights.getFirst().with("cert_days_left", 6);
        sights.get(1).over("rtt", MINUTE, 9, 9, 9, 9, 9, 9);
        return new FakeMembers("db", sights);
    }
}
