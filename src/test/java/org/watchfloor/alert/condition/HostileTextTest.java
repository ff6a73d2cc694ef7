package org.watchfloor.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Text that wants too much is refused; none makes the parser throw. */
class HostileTextTest {
    @Test
    void refusesAMegabyte() {
        Problem problem = problem("(".repeat(1_000_000));

        assertThat(problem.offset()).isEqualTo(2_000);
        assertThat(problem.what()).isEqualTo("the condition has 1000000 characters");
    }

    @Test
    void refusesDeepBrackets() {
        Problem problem = problem("(".repeat(990) + "x > 1" + ")".repeat(990));

        assertThat(problem).isEqualTo(new Problem(50, "more than 50 levels", "use fewer brackets or several rules"));
    }

    @Test
    void refusesManyNegations() {
        assertThat(problem("not ".repeat(400) + "x > 1").what()).isEqualTo("more than 50 levels");
    }

    @Test
    void refusesDeepMembers() {
        String text = "count(" + "not (".repeat(60) + "x > 1" + ")".repeat(61) + " > 1";

        assertThat(ConditionParser.forMembers(text).problem().orElseThrow().what())
                .isEqualTo("more than 50 levels");
    }

    @Test
    void takesTheDeepestOnce() {
        assertThat(Conditions.check("not ".repeat(49) + "x > 1").text()).hasSize(49 * 4 + 5);
    }

    @Test
    void refusesManyParts() {
        String text = IntStream.range(0, 201).mapToObj(index -> "x<1").collect(Collectors.joining(" or "));

        assertThat(problem(text).what()).isEqualTo("more than 200 parts");
    }

    @Test
    void refusesWhatIsTooLongInNormalForm() {
        String text = "x<1 or ".repeat(190) + ("y".repeat(195) + "<1 or ").repeat(3) + "x<1";

        assertThat(text.length()).isLessThan(2_000);
        assertThat(problem(text))
                .isEqualTo(new Problem(
                        0,
                        "the condition has, written out in full, 2324 characters",
                        "at most 2000 are allowed: split it into several rules"));
    }

    @Test
    void refusesALongName() {
        assertThat(problem("x".repeat(201) + " > 1").what()).isEqualTo("the name is longer than 200 characters");
    }

    @Test
    void showsLittleOfALongWord() {
        assertThat(problem("x > " + "9".repeat(1_500)).what()).hasSizeLessThan(80);
    }

    @Test
    void matchesAHostilePatternInTime() {
        FakeSight sight = FakeSight.up().with("a".repeat(10_000), 1);

        assertThat(Conditions.test("*a".repeat(90) + "*b > 0", sight)).isEqualTo(Truth.MISSING);
    }

    @Test
    void answersWhateverTheText() {
        Random random = new Random(7);
        String[] pieces = {
            "(", ")", "not ", "and", " or ", "state", "age", ">", "==", "=", "!", "\"", "\\", "5", "5%", "5m",
            "latency", "avg", "count", "share", ",", " ", "DOWN", " in ", "*", "-", ".", "\ud83d", "\u0000", "é", "1e9",
            "KiB"
        };
        for (int round = 0; round < 20_000; round++) {
            String text = random.ints(random.nextInt(14), 0, pieces.length)
                    .mapToObj(index -> pieces[index])
                    .collect(Collectors.joining());
            assertIsAnswered(text, ConditionParser.forCheck(text));
            assertIsAnswered(text, ConditionParser.forMembers(text));
        }
    }

    private static void assertIsAnswered(String text, Parsed<?> parsed) {
        parsed.problem()
                .ifPresent(problem -> assertThat(problem.offset()).as(text).isBetween(0, text.length()));
        assertThat(parsed.condition().isPresent()).isNotEqualTo(parsed.problem().isPresent());
    }

    private static Problem problem(String text) {
        return ConditionParser.forCheck(text).problem().orElseThrow();
    }
}
