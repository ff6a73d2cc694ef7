package org.watchfloor.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The normal form of a condition parses to an equal condition, and has itself as its normal form. */
class RoundTripTest {
    private static final List<String> SIGNS = List.of("<", "<=", ">", ">=", "==", "!=");

    private final Random random = new Random(20260105);

    @Test
    void keepsConditionsAboutChecks() {
        for (int round = 0; round < 5_000; round++) {
            String text = condition(4);
            Parsed<Sight> parsed = ConditionParser.forCheck(text);
            if (text.length() < 1_000) {
                Condition<Sight> condition = parsed.condition().orElseThrow(() -> new AssertionError(text));
                assertThat(Conditions.check(condition.text())).isEqualTo(condition);
                assertThat(Conditions.check(condition.text()).text()).isEqualTo(condition.text());
            }
        }
    }

    @Test
    void keepsConditionsAboutGroups() {
        for (int round = 0; round < 5_000; round++) {
            String text = members(2);
            if (text.length() < 1_000) {
                Condition<Members> condition = Conditions.members(text);
                assertThat(Conditions.members(condition.text())).isEqualTo(condition);
            }
        }
    }

    private String condition(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(6)) {
            case 1 -> "not " + bracketed(condition(depth - 1));
            case 2, 3 ->
                Stream.generate(() -> condition(depth - 1))
                        .limit(2 + random.nextInt(2))
                        .collect(Collectors.joining(pick(" and ", " or ")));
            case 4 -> "(" + condition(depth - 1) + ")";
            default -> comparison();
        };
    }

    private String members(int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(6)) {
            case 0 -> "count(" + condition(2) + ")" + sign() + random.nextInt(40);
            case 1 -> "share(" + condition(2) + ") " + sign() + random.nextInt(101) + "%";
            case 2 -> pick("avg", "min", "max", "sum", "p50", "p95", "p99") + "(" + figure() + ")" + sign() + number();
            case 3 -> "not " + bracketed(members(depth - 1));
            default -> members(depth - 1) + pick(" and ", " or ") + members(depth - 1);
        };
    }

    private String comparison() {
        return switch (random.nextInt(8)) {
            case 0 -> "state" + pick("==", " != ") + state();
            case 1 -> "state in (" + state() + "," + state() + ")";
            case 2 -> "age " + pick("<", "<=", ">", ">=") + duration();
            case 3 -> "latency" + sign() + pick(number(), duration());
            case 4 -> pick("failed", "avg(failed,5m)") + sign() + random.nextInt(1001) / 10.0 + "%";
            case 5 -> "size" + sign() + pick(number(), number() + "%", random.nextInt(5000) + pick("B", "KiB", "GiB"));
            default -> figure() + sign() + number();
        };
    }

    private String figure() {
        String window = 10 + random.nextInt(86_390) + "s";
        return random.nextBoolean()
                ? name()
                : pick("avg", "min", "max", "sum", "p50", "p95", "p99", "count", "rate") + "(" + name() + "," + window
                        + ")";
    }

    private String name() {
        return pick(
                "x",
                "disk.*.used",
                "\"two words\"",
                "\"and\"",
                "\"5%\"",
                "\"*\"",
                "7up",
                "a/b-c",
                "max",
                "\"\\\\\\\"\"");
    }

    private String number() {
        String whole = pick("-", "") + random.nextLong(either(10, 1_000_000_000_000_000L));
        return random.nextBoolean() ? whole : whole + "." + random.nextLong(either(10, 1_000_000_000_000_000L));
    }

    private String duration() {
        return pick(random.nextInt(100) + "h", "") + random.nextInt(100_000) + "m" + random.nextInt(2000) + "ms";
    }

    private String state() {
        return Words.STATES.get(random.nextInt(Words.STATES.size()));
    }

    private String sign() {
        return SIGNS.get(random.nextInt(SIGNS.size()));
    }

    private String bracketed(String text) {
        return random.nextBoolean() ? "(" + text + ")" : text;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private long either(long one, long other) {
        return random.nextBoolean() ? one : other;
    }
}
