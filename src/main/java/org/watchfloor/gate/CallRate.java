package org.watchfloor.gate;

import java.time.Duration;

/**
 * How many calls may begin in each period, as a rate limiter counts them.
 *
 * @param calls in one period, 1 to 100,000
 * @param per the period, 100 ms to 1 h, default 1 s
 * @param patience how long a call waits for its turn at most, 0 to 10 m, default 5 s
 */
public record CallRate(int calls, Duration per, Duration patience) {
    static final Duration USUAL_PERIOD = Duration.ofSeconds(1);
    static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    /** {@code 20 calls per 1s}. */
    @Override
    public String toString() {
        return calls + (calls == 1 ? " call" : " calls") + " per " + PolicyWords.time(per);
    }
}
