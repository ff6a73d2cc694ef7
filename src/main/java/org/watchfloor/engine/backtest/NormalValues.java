package org.watchfloor.engine.backtest;

import java.util.Arrays;

/**
 * Values of a figure in times without trouble: each of the first 65,536, then every second one, every fourth and so on,
 * so that they stay few and are spread evenly. Confined to the thread of the back-test.
 */
final class NormalValues {
    private static final int MOST = 1 << 16;

    private final double[] values = new double[MOST];
    private int size;
    private long offered;
    private long stride = 1;

    /** Whether the next value would be kept, so that the others need not be worked out; counts it. */
    boolean wantsNext() {
        return offered++ % stride == 0;
    }

    void add(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        if (size == MOST) {
            for (int index = 0; index < MOST / 2; index++) {
                values[index] = values[2 * index];
            }
            size = MOST / 2;
            stride *= 2;
        }
        values[size++] = value;
    }

    double[] sorted() {
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
