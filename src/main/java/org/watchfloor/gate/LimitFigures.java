package org.watchfloor.gate;

/**
 * How one limit is doing; counts are since the start.
 *
 * @param of what it stands before: {@code host web-1}, {@code ssh checks}, {@code channels}
 * @param limit in words: {@code 20 calls per 1s}, {@code 16 at once}
 * @param permitted calls that began, at once or later
 * @param waited those of them that had to wait
 * @param rejected calls that were held back
 * @param forced calls that were made in spite of it, so that nothing stays unseen
 * @param waiting calls that wait now
 * @param concurrent calls that are under way now; 0 for a rate, which does not know
 */
public record LimitFigures(
        Kind kind,
        String of,
        String limit,
        long permitted,
        long waited,
        long rejected,
        long forced,
        int waiting,
        int concurrent) {
    /** What is limited. */
    public enum Kind {
        /** Calls that begin in a period. */
        RATE,
        /** Calls at once. */
        CONCURRENT
    }
}
