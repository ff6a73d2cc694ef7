package org.watchfloor.alert.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kleene's tables, through whole conditions: {@code none} has no value. */
class TruthTest {
    private final FakeSight sight = FakeSight.up().with("yes", 1).with("no", 0);

    @ParameterizedTest(name = "{0} and {1}: {2}; or: {3}")
    @CsvSource({
        "yes, yes, TRUE, TRUE",
        "yes, no, FALSE, TRUE",
        "yes, none, MISSING, TRUE",
        "no, yes, FALSE, TRUE",
        "no, no, FALSE, FALSE",
        "no, none, FALSE, MISSING",
        "none, yes, MISSING, TRUE",
        "none, no, FALSE, MISSING",
        "none, none, MISSING, MISSING",
    })
    void joins(String one, String other, Truth and, Truth or) {
        assertThat(Conditions.test(one + " == 1 and " + other + " == 1", sight)).isEqualTo(and);
        assertThat(Conditions.test(one + " == 1 or " + other + " == 1", sight)).isEqualTo(or);
    }

    @ParameterizedTest(name = "not {0}: {1}")
    @CsvSource({"yes, FALSE", "no, TRUE", "none, MISSING"})
    void negates(String metric, Truth truth) {
        assertThat(Conditions.test("not " + metric + " == 1", sight)).isEqualTo(truth);
    }
}
