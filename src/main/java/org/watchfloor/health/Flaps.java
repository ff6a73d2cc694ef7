package org.watchfloor.health;

/**
 * How often a check changed its mind lately: the weighted share of changes over its last 20 hard results, newer ones
 * counting more (weights 0.80, 0.82 … 1.18, as in Icinga). Begins at 30 %, ends below 25 %. Immutable.
 *
 * @param changes one bit for each result, the newest lowest; set where the hard state differed from the one before
 */
public record Flaps(int changes, boolean isFlapping) {
    public static final Flaps NONE = new Flaps(0, false);

    private static final int RESULTS = 20;
    private static final int MASK = (1 << RESULTS) - 1;
    private static final double BEGINS = 30;
    private static final double ENDS = 25;

    /** The same after one more hard result. */
    public Flaps with(boolean changed) {
        int next = (changes << 1 | (changed ? 1 : 0)) & MASK;
        double percent = percent(next);
        return next == changes && isFlapping == decided(percent) ? this : new Flaps(next, decided(percent));
    }

    /** The same without the latest change, which was none of the check's own. */
    public Flaps withoutLatestChange() {
        int next = changes & (changes - 1);
        return new Flaps(next, decided(percent(next)));
    }

    /** 0 to 100, for nothing but changes a little below 100. */
    public double percent() {
        return percent(changes);
    }

    private boolean decided(double percent) {
        return percent >= (isFlapping ? ENDS : BEGINS);
    }

    private static double percent(int changes) {
        double sum = 0;
        for (int age = 0; age < RESULTS; age++) {
            sum += (changes >> age & 1) * (118 - 2 * age);
        }
        return sum / RESULTS;
    }
}
