package org.watchfloor.engine.backtest;

import java.util.List;
import org.watchfloor.config.Check;
import org.watchfloor.engine.Figures;
import org.watchfloor.engine.Figures.Step;

/**
 * How often a check was looked at, in milliseconds from look to look: as counted while it was not down, and as it is
 * configured now while it failed.
 */
record Rhythm(double usual, double failing) {
    private static final double FASTEST = 10;

    static Rhythm of(Check check, List<Step> steps) {
        long time = 0;
        long looks = 0;
        for (Step step : steps) {
            if (step.down() == 0) {
                time += step.up() + step.degraded();
                looks += step.count();
            }
        }
        double usual = time == 0 || looks == 0 ? check.every().toMillis() : time / (double) looks;
        double failing =
                check.retryEvery().map(retry -> (double) retry.toMillis()).orElse(usual);
        return new Rhythm(Math.max(FASTEST, usual), Math.max(FASTEST, failing));
    }

    /** Whether so many answers in five minutes leave no room for a look that failed. */
    boolean isFull(int answers) {
        return answers >= Math.max(1, Math.round(Figures.STEP.toMillis() / usual));
    }
}
