package org.watchfloor.engine.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.watchfloor.engine.Figures;
import org.watchfloor.engine.Figures.Step;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Recordings.Track;
import org.watchfloor.model.CheckId;

/**
 * The looks at one check, made from figures and recorded changes so that they have those figures and bring about no other
 * change: what a look says fits what was shown when it ended. A metric lies on the looks that reached their target, on
 * the others as well if there are too few. Confined to one thread.
 */
final class RebuiltCheck {
    private static final long STEP = Figures.STEP.toMillis();

    private final Moments moments;
    private final StepCursor latencies;
    private final RebuiltTrack latency;
    private final List<Metric> metrics = new ArrayList<>();
    /** The look before is over from here on. */
    private long free = Long.MIN_VALUE;

    /** @param figures of the check */
    RebuiltCheck(CheckId check, Moments moments, List<Figures> figures) {
        this.moments = moments;
        this.latency = new RebuiltTrack(check, History.LATENCY);
        this.latencies = new StepCursor(latencies(figures));
        for (Figures one : figures) {
            if (!one.metric().equals(History.LATENCY)) {
                metrics.add(new Metric(new StepCursor(one.steps()), new RebuiltTrack(check, one.metric())));
            }
        }
    }

    static List<Step> latencies(List<Figures> figures) {
        return figures.stream()
                .filter(one -> one.metric().equals(History.LATENCY))
                .findFirst()
                .map(Figures::steps)
                .orElse(List.of());
    }

    private record Metric(StepCursor steps, RebuiltTrack track) {}

    /** The latency first. */
    List<Track> tracks(long from, long to) {
        for (long begin = from; begin < to; begin += STEP) {
            step(begin);
        }
        List<Track> tracks = new ArrayList<>();
        tracks.add(latency);
        metrics.forEach(metric -> tracks.add(metric.track));
        return tracks;
    }

    private void step(long begin) {
        Optional<Step> step = latencies.at(begin);
        List<Moment> all = moments.of(begin, step);
        int answers = (int) all.stream().filter(Moment::isAnswer).count();
        double[] values = answers == 0 ? new double[0] : latencies.values(answers);
        int first = latency.size();
        int next = 0;
        for (Moment moment : all) {
            add(moment, moment.isAnswer() ? values[next++] : 0, step);
        }
        for (Metric metric : metrics) {
            metric.steps.at(begin).ifPresent(one -> spread(metric, StepCursor.count(one), first));
        }
    }

    private void add(Moment moment, double value, Optional<Step> step) {
        long length = (long) value;
        long begun = begun(moment, length);
        moments.standing(moments.course().at(begun + length), step)
                .ifPresent(standing -> standing.ended(moment).ifPresent(seen -> {
                    latency.add(begun, value, seen, standing.hard());
                    free = begun + length + 1;
                }));
    }

    /** A look within which something changed brought that about as it ended. */
    private long begun(Moment moment, long length) {
        long begun = Math.max(free, moment.kind() == Moment.Kind.TURN ? moment.at() - length : moment.at());
        long change = moments.course().begin(moments.course().at(begun + length));
        return change > begun ? Math.max(free, change - length) : begun;
    }

    /** @param first look of the step */
    private void spread(Metric metric, int count, int first) {
        int[] looks = looks(count, first);
        int most = Math.min(count, looks.length);
        double[] values = metric.steps.values(most);
        for (int index = 0; index < most; index++) {
            int look = looks[(int) ((2L * index + 1) * looks.length / (2L * most))];
            metric.track.add(latency.millis(look), values[index]);
        }
    }

    private int[] looks(int count, int first) {
        int[] answers = new int[latency.size() - first];
        int found = 0;
        for (int look = first; look < latency.size(); look++) {
            if (latency.isAnswer(look)) {
                answers[found++] = look;
            }
        }
        if (count <= found) {
            return Arrays.copyOf(answers, found);
        }
        return IntStream.range(first, latency.size()).toArray();
    }
}
