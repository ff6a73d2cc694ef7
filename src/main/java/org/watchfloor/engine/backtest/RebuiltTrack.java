package org.watchfloor.engine.backtest;

import java.util.Arrays;
import org.watchfloor.engine.Recordings.Track;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;

/** One metric of one check as it may have been. Grows at its end, then does not change. Not thread safe. */
final class RebuiltTrack implements Track {
    private final CheckId check;
    private final String metric;
    private long[] millis = new long[64];
    private double[] values = new double[64];
    private State[] seen = new State[0];
    private State[] hard = new State[0];
    private int size;

    RebuiltTrack(CheckId check, String metric) {
        this.check = check;
        this.metric = metric;
    }

    void add(long at, double value) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        millis[size] = at;
        values[size++] = value;
    }

    /** A latency, and what the look said. */
    void add(long at, double value, State ended, State after) {
        add(at, value);
        if (size > seen.length) {
            seen = Arrays.copyOf(seen, millis.length);
            hard = Arrays.copyOf(hard, millis.length);
        }
        seen[size - 1] = ended;
        hard[size - 1] = after;
    }

    @Override
    public CheckId check() {
        return check;
    }

    @Override
    public String metric() {
        return metric;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long millis(int index) {
        return millis[index];
    }

    @Override
    public double value(int index) {
        return values[index];
    }

    @Override
    public State seen(int index) {
        return index < seen.length ? seen[index] : State.UNKNOWN;
    }

    @Override
    public State hard(int index) {
        return index < hard.length ? hard[index] : State.UNKNOWN;
    }

    /** Whether the look reached its target. */
    boolean isAnswer(int index) {
        return seen(index) == State.UP || seen(index) == State.DEGRADED;
    }
}
