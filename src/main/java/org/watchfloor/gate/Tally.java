package org.watchfloor.gate;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a breaker remembers of the calls since its last transition. Values. */
public sealed interface Tally {
    /** What the calls say together. */
    enum Verdict {
        UNDECIDED,
        GOOD,
        BAD
    }

    Tally with(Call call);

    Verdict verdict();

    /** In plain words, why the verdict is what it is: {@code 5 failures in a row}. */
    String text();

    /** Failures in a row. */
    record Streak(int limit, int failures) implements Tally {
        @Override
        public Tally with(Call call) {
            return new Streak(limit, call.failed() ? failures + 1 : 0);
        }

        @Override
        public Verdict verdict() {
            return failures >= limit ? Verdict.BAD : Verdict.UNDECIDED;
        }

        @Override
        public String text() {
            return failures == 1 ? "1 failure" : failures + " failures in a row";
        }
    }

    /** Successes that no failure may break. */
    record Unbroken(int limit, int successes, boolean broken) implements Tally {
        @Override
        public Tally with(Call call) {
            return call.failed() ? new Unbroken(limit, successes, true) : new Unbroken(limit, successes + 1, broken);
        }

        @Override
        public Verdict verdict() {
            if (broken) {
                return Verdict.BAD;
            }
            return successes >= limit ? Verdict.GOOD : Verdict.UNDECIDED;
        }

        @Override
        public String text() {
            return broken ? "a trial failed" : successes + " of " + limit + " trials succeeded";
        }
    }

    /**
     * The last calls, a bit for each.
     *
     * @param next where the next call is noted; the oldest stands there
     */
    record LastCalls(int size, Shares shares, int calls, int next, BigInteger failed, BigInteger slow)
            implements Tally {
        static LastCalls empty(int size, Shares shares) {
            return new LastCalls(size, shares, 0, 0, BigInteger.ZERO, BigInteger.ZERO);
        }

        @Override
        public Tally with(Call call) {
            return new LastCalls(
                    size,
                    shares,
                    Math.min(size, calls + 1),
                    (next + 1) % size,
                    noted(failed, call.failed()),
                    noted(slow, call.slow()));
        }

        @Override
        public Verdict verdict() {
            return shares.judge(calls, failed.bitCount(), slow.bitCount());
        }

        @Override
        public String text() {
            return failed.bitCount() + " failed and " + slow.bitCount() + " slow of the last " + calls + " calls";
        }

        private BigInteger noted(BigInteger bits, boolean bit) {
            return bit ? bits.setBit(next) : bits.clearBit(next);
        }
    }

    /** The calls of the last seconds, the oldest second first. */
    record LastSeconds(int seconds, Shares shares, List<Second> kept) implements Tally {
        public LastSeconds {
            kept = List.copyOf(kept);
        }

        /** What happened in one second of the clock. */
        record Second(long number, int calls, int failed, int slow) {
            Second with(Call call) {
                return new Second(number, calls + 1, failed + (call.failed() ? 1 : 0), slow + (call.slow() ? 1 : 0));
            }
        }

        static LastSeconds empty(int seconds, Shares shares) {
            return new LastSeconds(seconds, shares, List.of());
        }

        /** A clock that was set back counts for the last second that it has shown. */
        @Override
        public Tally with(Call call) {
            long last = kept.isEmpty() ? Long.MIN_VALUE : kept.getLast().number();
            long now = Math.max(last, call.at().getEpochSecond());
            List<Second> before = kept.stream()
                    .filter(second -> second.number() > now - seconds && second.number() < now)
                    .toList();
            Second present = last == now ? kept.getLast() : new Second(now, 0, 0, 0);
            return new LastSeconds(
                    seconds,
                    shares,
                    Stream.concat(before.stream(), Stream.of(present.with(call)))
                            .toList());
        }

        @Override
        public Verdict verdict() {
            return shares.judge(calls(), failed(), slow());
        }

        @Override
        public String text() {
            return failed() + " failed and " + slow() + " slow of " + calls() + " calls in " + seconds + " s";
        }

        private int calls() {
            return kept.stream().mapToInt(Second::calls).sum();
        }

        private int failed() {
            return kept.stream().mapToInt(Second::failed).sum();
        }

        private int slow() {
            return kept.stream().mapToInt(Second::slow).sum();
        }
    }

    /** One call that came to its end. */
    record Call(boolean failed, boolean slow, Instant at) {}
}
