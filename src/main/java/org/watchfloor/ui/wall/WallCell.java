package org.watchfloor.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchfloor.engine.Mark;
import org.watchfloor.engine.Marks;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.MarkLook;
import org.watchfloor.ui.fx.MarkWords;
import org.watchfloor.ui.fx.StateLook;
import org.watchfloor.ui.fx.Target;

/** One cell of the wall; stays the same object as long as what it stands for is watched. FX thread only. */
final class WallCell {
    static final Comparator<WallCell> WORST_FIRST = Comparator.comparing(WallCell::state)
            .thenComparing(WallCell::isInHand)
            .thenComparingInt(WallCell::order);

    private final Target target;
    private final String title;
    private final int order;
    private List<CheckId> checks;
    private State state = State.UNKNOWN;
    private Instant since = Instant.EPOCH;
    private Optional<CheckHealth> worst = Optional.empty();
    private Marks marks = Marks.NONE;
    private List<MarkLook> looks = List.of();
    private boolean inHand;
    private boolean shown;

    /** @param order place among cells that are equally bad */
    WallCell(Target target, String title, int order, List<CheckId> checks) {
        this.target = target;
        this.title = title;
        this.order = order;
        this.checks = List.copyOf(checks);
    }

    /**
     * True if its place or state on the wall changed; the first time does not count as a change.
     *
     * @param marksOfChecks of the same checks, in the same order
     */
    boolean show(List<CheckHealth> healths, List<Marks> marksOfChecks) {
        CheckHealth before = worst.orElse(null);
        State stateBefore = state;
        boolean inHandBefore = inHand;
        int at = worstOf(healths, marksOfChecks);
        worst = at < 0 ? Optional.empty() : Optional.of(healths.get(at));
        state = at < 0 ? State.UNKNOWN : healths.get(at).state();
        since = at < 0 ? since : healths.get(at).since();
        mark(at < 0 ? Marks.NONE : marksOfChecks.get(at), flapping(marksOfChecks, at));
        inHand = state.isWorseThan(State.PAUSED) && marks.isInHand();
        boolean changed = shown && before != null && (state != stateBefore || inHand != inHandBefore);
        shown = true;
        return changed;
    }

    /** A plain loop: it runs for every cell with every snapshot. */
    private static int worstOf(List<CheckHealth> healths, List<Marks> marks) {
        int worst = -1;
        for (int i = 0; i < healths.size(); i++) {
            if (worst < 0 || isWorse(i, worst, healths, marks)) {
                worst = i;
            }
        }
        return worst;
    }

    /** Of equally bad checks the one that nobody looks after tells what the cell is. */
    private static boolean isWorse(int one, int other, List<CheckHealth> healths, List<Marks> marks) {
        State state = healths.get(one).state();
        if (state != healths.get(other).state()) {
            return state.isWorseThan(healths.get(other).state());
        }
        boolean inHand = marks.get(one).isInHand();
        return inHand == marks.get(other).isInHand()
                ? healths.get(one).since().isBefore(healths.get(other).since())
                : !inHand;
    }

    /** That any check flaps is told, for the one that gives the state may be another one. */
    private static boolean flapping(List<Marks> marks, int worst) {
        for (int i = 0; i < marks.size(); i++) {
            if (i != worst && marks.get(i).isFlapping()) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("ReferenceEquality") // snapshots share what did not change; equal ones are looked at again
    private void mark(Marks next, boolean otherFlaps) {
        Marks all = otherFlaps ? next.flapping() : next;
        if (all != marks && !all.equals(marks)) {
            marks = all;
            looks = MarkLook.of(all.all());
        }
    }

    boolean isProblem() {
        return state.isWorseThan(State.PAUSED);
    }

    /** {@code 4 min · connection refused}; empty while all is well. */
    String trouble(Instant now) {
        return state == State.UP ? "" : Formats.roughly(Duration.between(since, now)) + " · " + message();
    }

    /** For those who do not see it: {@code web-7, down for 4 min, connection refused}. */
    String spoken(MarkWords words) {
        String marked = words.text(marks.all());
        return title + ", " + StateLook.of(state).word() + " for "
                + Formats.roughly(Duration.between(since, words.now())) + (marked.isEmpty() ? "" : ", " + marked) + ", "
                + message();
    }

    String message() {
        String last = worst.map(CheckHealth::progress).orElse("no checks");
        return switch (state) {
            case STALE -> "no fresh result, last: " + last;
            case PAUSED -> "paused";
            case UNREACHABLE ->
                worst.flatMap(CheckHealth::behind)
                        .map(behind -> "lies behind " + behind + ", last: " + last)
                        .orElse(last);
            case UP, DEGRADED, DOWN, UNKNOWN, PENDING -> last;
        };
    }

    Target target() {
        return target;
    }

    String title() {
        return title;
    }

    int order() {
        return order;
    }

    List<CheckId> checks() {
        return checks;
    }

    void checks(List<CheckId> now) {
        checks = List.copyOf(now);
    }

    State state() {
        return state;
    }

    Instant since() {
        return since;
    }

    /** Whether somebody looks after its trouble, or wants to hear nothing of it. */
    boolean isInHand() {
        return inHand;
    }

    boolean isOwned() {
        return marks.isOwned();
    }

    List<Mark> marks() {
        return marks.all();
    }

    /** Each look once, in the order in which they matter. */
    List<MarkLook> looks() {
        return looks;
    }

    /** The check that gives the cell its state. */
    Optional<CheckHealth> worst() {
        return worst;
    }
}
