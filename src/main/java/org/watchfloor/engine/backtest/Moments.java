package org.watchfloor.engine.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchfloor.engine.Figures;
import org.watchfloor.engine.Figures.Step;
import org.watchfloor.engine.backtest.Moment.Kind;
import org.watchfloor.model.State;

/**
 * When the looks of five minutes may have been. Those that reached their target are counted, and lie evenly in the time
 * in which that is what was shown. Those that failed are not counted: they lie in the time in which failure was shown, in
 * the rhythm of the check from the look that began it. Immutable.
 */
record Moments(Course course, Rhythm rhythm, Pauses pauses) {
    private static final long STEP = Figures.STEP.toMillis();

    /** A part of the five minutes in which the same was shown. */
    private record Piece(int place, long from, long to) {
        long length() {
            return to - from;
        }
    }

    /**
     * In the order of time.
     *
     * @param begin of the five minutes
     * @param step what is kept of them; empty if nothing is
     */
    List<Moment> of(long begin, Optional<Step> step) {
        int count = step.map(StepCursor::count).orElse(0);
        List<Piece> answering = new ArrayList<>(2);
        List<Piece> failing = new ArrayList<>(2);
        for (int place = course.at(begin); place < course.size() && course.begin(place) < begin + STEP; place++) {
            Piece piece =
                    new Piece(place, Math.max(begin, course.begin(place)), Math.min(begin + STEP, course.end(place)));
            if (isAnswering(place, step)) {
                answering.add(piece);
            } else if (isFailing(place, step)) {
                failing.add(piece);
            }
        }
        List<Moment> failures = failures(failing);
        List<Moment> moments = new ArrayList<>(count + failures.size());
        if (answering.isEmpty()) {
            moments.addAll(failures.subList(0, Math.max(0, failures.size() - count)));
            answers(failing, count, begin, moments);
        } else {
            moments.addAll(failures);
            answers(answering, count, begin, moments);
        }
        moments.sort(Comparator.comparingLong(Moment::at));
        return moments;
    }

    /** What was shown from a place on; before the first change the step tells it. */
    Optional<Standing> standing(int place, Optional<Step> step) {
        return place < 0 ? step.map(Standing::of) : Optional.of(course.standing(place));
    }

    /** Where all looks were answered, what was pending was something that is not well and not down either. */
    private boolean isAnswering(int place, Optional<Step> step) {
        Optional<Standing> standing = standing(place, step);
        boolean isPending = standing.filter(one -> one.shown() == State.PENDING).isPresent();
        return isPending
                ? turnsDegraded(place)
                        || step.filter(one -> rhythm.isFull(one.count())).isPresent()
                : standing.filter(Standing::isAnswering).isPresent();
    }

    private boolean turnsDegraded(int place) {
        return place + 1 < course.size() && course.standing(place + 1).shown() == State.DEGRADED;
    }

    /** Of a check that is neither up nor down nor in between no figures are kept while nothing answers. */
    private boolean isFailing(int place, Optional<Step> step) {
        return standing(place, step)
                .filter(one -> one.isFailing() && (step.isPresent() || one.hard() == State.UNKNOWN))
                .isPresent();
    }

    private List<Moment> failures(List<Piece> failing) {
        List<Moment> failures = new ArrayList<>();
        for (Piece piece : failing) {
            long since = piece.place() < 0 ? piece.from() : course.begin(piece.place());
            Grid grid = grid(since, course.end(piece.place()));
            long first = isByLook(piece.place()) ? 0 : 1;
            for (long look = Math.max(first, grid.at(piece.from())); look < grid.at(piece.to()); look++) {
                long at = grid.time(look);
                if (pauses.awake(at) == at) {
                    failures.add(new Moment(at, Kind.FAILURE));
                }
            }
        }
        return failures;
    }

    /** Looks that are equally far from each other, counted from 0. */
    private record Grid(long since, double stride, long size) {
        long time(long look) {
            return since + (long) (look * stride);
        }

        /** The first one at or after a time. */
        long at(long time) {
            return Math.min(size, (long) Math.ceil((time - since) / stride));
        }
    }

    /** The look that ends it is none of them. */
    private Grid grid(long since, long until) {
        if (until == Long.MAX_VALUE) {
            return new Grid(since, rhythm.failing(), Long.MAX_VALUE);
        }
        double length = until - since;
        long size = Math.max(1, Math.round(length / rhythm.failing()));
        return new Grid(since, length / size, size);
    }

    /** What it lies behind went down, or came back: no look at the check itself told that. */
    private boolean isByLook(int place) {
        return place < 0
                || (course.standing(place).shown() != State.UNREACHABLE
                        && (place == 0 || course.standing(place - 1).shown() != State.UNREACHABLE));
    }

    private void answers(List<Piece> pieces, int count, long begin, List<Moment> moments) {
        double stride = pieces.stream().mapToLong(Piece::length).sum() / (double) count;
        double passed = 0;
        int next = 0;
        for (Piece piece : pieces) {
            boolean isTurn = piece.place() >= 0 && course.begin(piece.place()) >= begin;
            for (; next < count && next * stride < passed + piece.length(); next++) {
                long at = isTurn ? piece.from() : piece.from() + (long) (next * stride - passed);
                moments.add(new Moment(at, isTurn ? Kind.TURN : Kind.ANSWER));
                isTurn = false;
            }
            passed += piece.length();
        }
    }
}
