package org.watchfloor.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FlapsTest {
    @Test
    void aSteadyCheckDoesNotFlap() {
        assertThat(after("....................").percent()).isZero();
    }

    @Test
    void nothingButChangesIsNearlyAHundredPercent() {
        assertThat(after("xxxxxxxxxxxxxxxxxxxx").percent()).isCloseTo(99, Offset.offset(0.001));
    }

    @Test
    void newerChangesCountMore() {
        assertThat(after("x...................").percent()).isCloseTo(4, Offset.offset(0.001));
        assertThat(after("x").percent()).isCloseTo(5.9, Offset.offset(0.001));
    }

    @Test
    void beginsAtThirtyPercentAndEndsBelowTwentyFive() {
        Flaps five = after("x.x.x.x.x");
        Flaps six = after("x.x.x.x.x.x");

        assertThat(five.isFlapping()).isFalse();
        assertThat(six.percent()).isBetween(30.0, 35.0);
        assertThat(six.isFlapping()).isTrue();
        Flaps calmer = six.with(false).with(false).with(false);
        assertThat(calmer.percent()).isBetween(25.0, 35.0);
        assertThat(calmer.isFlapping()).isTrue();
        assertThat(after(calmer, "..............").isFlapping()).isFalse();
    }

    private static Flaps after(String results) {
        return after(Flaps.NONE, results);
    }

    private static Flaps after(Flaps start, String results) {
        Flaps flaps = start;
        for (int index = 0; index < results.length(); index++) {
            flaps = flaps.with(results.charAt(index) == 'x');
        }
        return flaps;
    }
}
