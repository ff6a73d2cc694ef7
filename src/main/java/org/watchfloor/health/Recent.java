package org.watchfloor.health;

/** The latest latencies of a check, oldest first, for a sparkline; immutable. */
public final class Recent {
    public static final int CAPACITY = 30;
    public static final Recent NONE = new Recent(new float[0]);

    private final float[] millis;

    private Recent(float[] millis) {
        this.millis = millis;
    }

    /** The same with one more, without the oldest beyond {@link #CAPACITY}; NaN marks a failed look. */
    public Recent with(float latencyMillis) {
        int kept = Math.min(millis.length, CAPACITY - 1);
        float[] next = new float[kept + 1];
        System.arraycopy(millis, millis.length - kept, next, 0, kept);
        next[kept] = latencyMillis;
        return new Recent(next);
    }

    public int size() {
        return millis.length;
    }

    public float millis(int index) {
        return millis[index];
    }
}
