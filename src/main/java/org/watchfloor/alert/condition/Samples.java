package org.watchfloor.alert.condition;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * What one metric of one check was over the last time. Immutable; {@link #with} makes the next one.
 *
 * <p>At most {@value #MOST} points: when there would be more, all but the newest {@value Thinning#UNTOUCHED} are thinned
 * in equal buckets of 1/{@value Thinning#BUCKETS} of the span. What is left of a bucket are its lowest and its highest
 * sample and the mean of the others, which counts as often as there were samples. So averages, sums and counts of whole
 * buckets stay exact, as do lowest and highest values; percentiles become approximate, and {@code rate} sees a reset of
 * the counter only between the samples that are left.
 *
 * <p>A sample stands for the time until the next one, but for no longer than three times the usual distance: the median
 * of the last eight. So a pause leaves a hole.
 *
 * <p>When the clock has run backwards, what is older is moved back with it and keeps its distances.
 */
public final class Samples {
    public static final Samples NONE = new Samples(Points.NONE, 0, 0);

    static final int MOST = 720;

    private static final int RHYTHM = 8;
    private static final int STRETCH = 3;
    /** Half of a window. */
    private static final long PART_THAT_IS_ENOUGH = 2;

    private final Points points;
    /** Up to here the points are thinned, in time. */
    private final long thinnedUntil;
    /** The width of a bucket in milliseconds. */
    private final long bucket;

    private Samples(Points points, long thinnedUntil, long bucket) {
        this.points = points;
        this.thinnedUntil = thinnedUntil;
        this.bucket = bucket;
    }

    /**
     * Adds a sample and lets go of what is older than the span, except for the latest of those, which tells what was at
     * the begin of the span. A value that is not finite is left out.
     */
    public Samples with(Instant at, double value, Duration span) {
        if (!Double.isFinite(value)) {
            return this;
        }
        long time = at.toEpochMilli();
        int size = points.size();
        long ahead = size == 0 ? 0 : points.time(size - 1) - time;
        long backwards = ahead > 0 ? ahead + rhythm() : 0;
        int from = Math.max(0, points.after(time - span.toMillis() + backwards) - 1);
        Points next = points.tailWith(from, backwards, time, value);
        if (next.size() <= MOST) {
            return new Samples(next, thinnedUntil - backwards, bucket);
        }
        Thinning thinning = new Thinning(Math.max(1, span.toMillis() / Thinning.BUCKETS));
        return new Samples(thinning.of(next), next.time(next.size() - Thinning.UNTOUCHED - 1), thinning.bucket());
    }

    /** These behind earlier ones, as if they had come one after the other; what both have counts once. */
    public Samples behind(Samples earlier, Duration span) {
        long known = earlier.isEmpty() ? Long.MIN_VALUE : earlier.points.time(earlier.size() - 1);
        Samples all = earlier;
        for (int index = points.after(known); index < size(); index++) {
            all = all.with(Instant.ofEpochMilli(points.time(index)), points.value(index), span);
        }
        return all;
    }

    /** How many points are held. */
    public int size() {
        return points.size();
    }

    public boolean isEmpty() {
        return points.size() == 0;
    }

    /** Which part of the window from {@code now - span} to {@code now} has data, from 0 to 1. */
    public double covered(Duration span, Instant now) {
        long window = span.toMillis();
        return window <= 0 ? 0 : (double) covered(window, now.toEpochMilli(), Long.MAX_VALUE) / window;
    }

    Points points() {
        return points;
    }

    Truth test(Aggregate aggregate, long window, long now, Bound bound) {
        if (isLittle(window, now)) {
            return Truth.MISSING;
        }
        return aggregate.test(points, points.after(now - window), points.after(now), bound);
    }

    /** NaN if it is missing. */
    double value(Aggregate aggregate, long window, long now) {
        if (isLittle(window, now)) {
            return Double.NaN;
        }
        return aggregate.of(points, points.after(now - window), points.after(now));
    }

    boolean isSilent(long window, long now) {
        return points.after(now - window) == points.after(now);
    }

    private boolean isLittle(long window, long now) {
        long enough = Math.ceilDiv(window, PART_THAT_IS_ENOUGH);
        return covered(window, now, enough) < enough;
    }

    /** How many milliseconds of the window have data; once there are enough, the rest is not looked at. */
    private long covered(long window, long now, long enough) {
        int end = points.after(now);
        int first = Math.max(0, points.after(now - window) - 1);
        return hasNoHole() && first < end
                ? between(first, end - 1, now - window, now)
                : sum(first, end, new Window(now - window, now, enough));
    }

    private record Window(long begin, long now, long enough) {}

    /** True only if each sample stands until the next one: the usual distance cannot be less than the nearest. */
    private boolean hasNoHole() {
        return size() > 1 && points.widest() <= STRETCH * points.nearest();
    }

    /** The same as {@link #sum} where there is no hole. */
    private long between(int first, int last, long begin, long now) {
        long time = points.time(last);
        long until = now - time <= STRETCH * points.nearest() ? now : Math.min(now, time + reach(time, rhythm()));
        return Math.max(0, until - Math.max(points.time(first), begin));
    }

    private long sum(int first, int end, Window window) {
        long rhythm = rhythm();
        long covered = 0;
        for (int index = first; index < end && covered < window.enough; index++) {
            int last = points.lastTogether(index, end);
            if (last > index && points.widestTogether(index) <= reach(points.time(last), rhythm)) {
                covered += points.time(last) - Math.max(points.time(index), window.begin);
                index = last;
            }
            long time = points.time(index);
            long next = index + 1 < end ? points.time(index + 1) : window.now;
            long until = Math.min(next, time + reach(time, rhythm));
            covered += Math.max(0, until - Math.max(time, window.begin));
        }
        return covered;
    }

    /** How long a sample may stand for what comes after it; the only one that there is, without limit. */
    private long reach(long time, long rhythm) {
        if (rhythm == 0) {
            return Long.MAX_VALUE / 4;
        }
        return bucket > 0 && time <= thinnedUntil ? Math.max(STRETCH * rhythm, 2 * bucket) : STRETCH * rhythm;
    }

    /** The usual distance of two samples in milliseconds, 0 while there is only one. */
    private long rhythm() {
        int size = points.size();
        int count = Math.min(RHYTHM, size - 1);
        if (count <= 0) {
            return 0;
        }
        long[] distances = new long[count];
        for (int index = 0; index < count; index++) {
            distances[index] = points.time(size - 1 - index) - points.time(size - 2 - index);
        }
        Arrays.sort(distances);
        return Math.max(1, distances[count / 2]);
    }
}
