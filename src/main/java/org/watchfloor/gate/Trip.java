package org.watchfloor.gate;

import java.time.Duration;

/** What opens a breaker, and how many trial calls decide whether it closes again. */
public sealed interface Trip {
    /** Calls that a half-open breaker lets through before it decides. */
    int trials();

    /** The tally of a breaker that has just closed. */
    Tally closed();

    /** The tally of a breaker that tries again. */
    Tally halfOpen();

    /**
     * So many failures one after the other; a success in between begins anew. While half-open, one failure is enough.
     *
     * @param failures at least 1; default 5
     * @param successes that close a half-open breaker, at least 1; default 2
     */
    record Consecutive(int failures, int successes) implements Trip {
        public static final Consecutive DEFAULT = new Consecutive(5, 2);

        public Consecutive {
            positive(failures, "failures");
            positive(successes, "successes");
        }

        @Override
        public int trials() {
            return successes;
        }

        @Override
        public Tally closed() {
            return new Tally.Streak(failures, 0);
        }

        @Override
        public Tally halfOpen() {
            return new Tally.Unbroken(successes, 0, false);
        }
    }

    /**
     * A share of failed or of slow calls among the last ones. The same share decides over the trials of a half-open
     * breaker, as in resilience4j.
     *
     * @param window which calls are the last ones
     * @param failedPercent opens at this share of failures or more, above 0 to 100; default 50
     * @param slowPercent opens at this share of slow calls or more, above 0 to 100; default 100
     * @param slow a call that takes longer is slow; default 60 s
     * @param minimumCalls fewer calls decide nothing, at least 1; a window of fewer calls lowers it; default 10
     * @param trials let through while half-open, at least 1; default 3. They decide as soon as there are minimumCalls of them
     */
    record Rate(Window window, double failedPercent, double slowPercent, Duration slow, int minimumCalls, int trials)
            implements Trip {
        public Rate {
            percent(failedPercent, "failedPercent");
            percent(slowPercent, "slowPercent");
            positive(minimumCalls, "minimumCalls");
            positive(trials, "trials");
        }

        @Override
        public Tally closed() {
            return switch (window) {
                case Window.Calls(int size) -> Tally.LastCalls.empty(size, shares());
                case Window.Time(int seconds) -> Tally.LastSeconds.empty(seconds, shares());
            };
        }

        /** Decided by as many trials as make a rate. */
        @Override
        public Tally halfOpen() {
            Shares all = shares();
            return Tally.LastCalls.empty(
                    trials, new Shares(failedPercent, slowPercent, Math.min(all.minimumCalls(), trials)));
        }

        private Shares shares() {
            int reachable = window instanceof Window.Calls(int size) ? Math.min(minimumCalls, size) : minimumCalls;
            return new Shares(failedPercent, slowPercent, reachable);
        }
    }

    /** Which calls a rate looks at. */
    sealed interface Window {
        /** @param size at least 1; default 100 */
        record Calls(int size) implements Window {
            public Calls {
                positive(size, "size");
            }
        }

        /**
         * Whole seconds of the clock, the present one included.
         *
         * @param seconds at least 1; default 60
         */
        record Time(int seconds) implements Window {
            public Time {
                positive(seconds, "seconds");
            }
        }
    }

    private static void positive(int number, String name) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + number);
        }
    }

    private static void percent(double share, String name) {
        if (!(share > 0 && share <= 100)) {
            throw new IllegalArgumentException(name + " must be above 0 and at most 100, not " + share);
        }
    }
}
