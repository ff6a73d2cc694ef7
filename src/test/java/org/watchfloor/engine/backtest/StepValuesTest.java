package org.watchfloor.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.engine.Figures.Step;

class StepValuesTest {
    private final Random random = new Random(11);

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.01, 1e6, -40, 1e300})
    void hasTheFiguresOfAnyStep(double scale) {
        for (int time = 0; time < 2_000; time++) {
            double[] values = values(1 + random.nextInt(150), scale);
            Step step = Steps.of(0, values);

            double[] rebuilt = StepValues.rising(step, values.length);

            assertThat(rebuilt).isSorted().hasSize(values.length);
            assertThat(Steps.of(0, rebuilt))
                    .usingRecursiveComparison()
                    .ignoringFields("mean")
                    .isEqualTo(step);
            assertThat(Steps.exactMean(rebuilt)).isCloseTo(step.mean(), within(0.000_51 + 1e-9 * Math.abs(scale)));
        }
    }

    @Test
    void keepsLowestAndHighestOfFewerValues() {
        Step step = Steps.of(0, values(40, 1));

        double[] fewer = StepValues.rising(step, 7);

        assertThat(fewer).isSorted().hasSize(7).startsWith(step.min()).endsWith(step.max());
        assertThat(StepValues.rising(step, 1)).containsExactly(step.mean());
        assertThat(StepValues.rising(step, 0)).isEmpty();
    }

    private double[] values(int count, double scale) {
        boolean isEven = random.nextBoolean();
        boolean isConstant = random.nextInt(10) == 0;
        double[] values = new double[count];
        for (int index = 0; index < count; index++) {
            values[index] = scale * (isEven ? random.nextDouble() : Math.exp(Math.min(5, random.nextGaussian())) / 200);
        }
        if (isConstant) {
            Arrays.fill(values, values[0]);
        }
        return values;
    }
}
