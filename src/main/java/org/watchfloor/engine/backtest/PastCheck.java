package org.watchfloor.engine.backtest;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.Attention;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.engine.Keeping;
import org.watchfloor.engine.Looks;
import org.watchfloor.engine.Recordings.Change;
import org.watchfloor.engine.Windows;
import org.watchfloor.health.Flaps;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;

/**
 * One check as it was, moved forward through what was recorded of it. What a look said follows from the look itself; what
 * else changed its state – nobody looked, it lay behind something, a person paused it – from the recorded changes.
 * Confined to the thread of the back-test.
 */
final class PastCheck implements Sight {
    private static final long NEVER = Long.MAX_VALUE;
    /** A decision comes right after its result; this long after at most. */
    private static final long SOON = 60_000;

    private final CheckId id;
    private final String name;
    private final Windows windows;
    private final List<Change> changes;
    private final List<Instant> forgettings;
    private final Pauses pauses;

    private final Deque<Looks> pages = new ArrayDeque<>();
    private int look;
    private int change;
    private int forgetting;

    private Instant now = Instant.MIN;
    private State shown = State.UNKNOWN;
    private Instant since = Instant.EPOCH;
    private State hard = State.UNKNOWN;
    private boolean isBehind;
    private boolean isSeen;
    private Flaps flaps = Flaps.NONE;
    private Optional<Brought> latest = Optional.empty();

    /** @param changes of its state, oldest first, the last one before the begin among them */
    PastCheck(CheckId id, Keeping keeping, List<Change> changes, Pauses pauses) {
        this.id = id;
        this.name = id.toString();
        this.windows = new Windows(keeping);
        this.changes = changes;
        this.pauses = pauses;
        this.forgettings = pauses.forgettings();
    }

    /** Adds an hour that begins where the one before ended. */
    void load(Looks hour) {
        pages.addLast(hour);
    }

    /** Brings it to where it was at the begin, without looking. */
    void settle(Instant begin) {
        while (change < changes.size() && changes.get(change).at().isBefore(begin)) {
            take(changes.get(change++));
        }
        while (forgetting < forgettings.size() && forgettings.get(forgetting).isBefore(begin)) {
            forgetting++;
        }
        now = begin;
    }

    /** When something happens next, in milliseconds since 1970; {@link Long#MAX_VALUE} if nothing is loaded. */
    long nextAt() {
        while (!pages.isEmpty() && look >= pages.getFirst().size()) {
            pages.removeFirst();
            look = 0;
        }
        long forgets =
                forgetting < forgettings.size() ? forgettings.get(forgetting).toEpochMilli() : NEVER;
        return Math.min(forgets, isChangeNext() ? changeAt() : lookEnds());
    }

    /** Goes one event on; true if the rules are asked now. */
    boolean step() {
        long at = nextAt();
        boolean forgets =
                forgetting < forgettings.size() && forgettings.get(forgetting).toEpochMilli() == at;
        if (forgets) {
            now = forgettings.get(forgetting++);
            forget();
            return false;
        }
        if (isChangeNext()) {
            Change next = changes.get(change++);
            now = next.at();
            take(next);
            return isAsked(next, at);
        }
        takeLook();
        return true;
    }

    /** A check that is watched anew is not asked before it was looked at, nor one that was only out of observation. */
    private boolean isAsked(Change next, long at) {
        if (pauses.hasJustEnded(at)) {
            return false;
        }
        boolean isUnseen = next.to() == State.UNKNOWN && next.reason().isEmpty();
        if (isUnseen) {
            isSeen = false;
            latest = Optional.empty();
            flaps = Flaps.NONE;
        }
        return !isUnseen;
    }

    CheckId id() {
        return id;
    }

    /** When the latest event was. */
    Instant now() {
        return now;
    }

    Attention attention() {
        return Attention.to(shown, isBehind);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<State> state() {
        return !isSeen && shown == State.UNKNOWN ? Optional.empty() : Optional.of(shown);
    }

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public double value(String metric) {
        if (metric.equals(FLAPPING)) {
            return flaps.isFlapping() ? 1 : 0;
        }
        return latest.isEmpty() ? Double.NaN : latest.get().value(metric);
    }

    @Override
    public Samples samples(String metric) {
        return windows.samples(metric);
    }

    @Override
    public Collection<String> metrics() {
        Collection<String> ever = windows.metrics();
        return ever.isEmpty() ? latest.map(Brought::names).orElse(List.of()) : ever;
    }

    /** A change that the next look itself brought about comes with it. */
    private boolean isChangeNext() {
        if (change >= changes.size()) {
            return false;
        }
        if (pages.isEmpty()) {
            return true;
        }
        long at = changeAt();
        Looks page = pages.getFirst();
        return at < page.begun(look) || (at <= page.ended(look) && !isOf(page, at));
    }

    private boolean isOf(Looks page, long changeAt) {
        if (changeAt < page.begun(look)) {
            return false;
        }
        long nextBegins = look + 1 < page.size() ? page.begun(look + 1) : page.ended(look) + SOON;
        State after = shownAfter(page);
        State to = changes.get(change).to();
        return changeAt < nextBegins
                && after != shown
                && (to == after || (to == State.UNREACHABLE && after == State.DOWN));
    }

    private long changeAt() {
        return changes.get(change).at().toEpochMilli();
    }

    private long lookEnds() {
        return pages.isEmpty() ? NEVER : pages.getFirst().ended(look);
    }

    /** What {@link org.watchfloor.health.HealthRules} shows after this look. */
    private State shownAfter(Looks page) {
        State nextHard = page.hard(look);
        State seen = page.seen(look);
        if (nextHard == State.DOWN && isBehind) {
            return State.UNREACHABLE;
        }
        boolean hidesNothing = nextHard == State.UP || nextHard == State.UNKNOWN;
        boolean isTrouble = seen != nextHard && seen != State.UP;
        return hidesNothing && isTrouble ? State.PENDING : nextHard;
    }

    private void takeLook() {
        Looks page = pages.getFirst();
        State seen = page.seen(look);
        State nextHard = page.hard(look);
        State next = shownAfter(page);
        now = Instant.ofEpochMilli(page.ended(look));
        windows.take(page, look, hard, now);
        isSeen = true;
        latest = Optional.of(new Brought(page, look));
        boolean isConfirmed = seen == nextHard && hard != nextHard && hard != State.UNKNOWN && !isBehind;
        flaps = seen == nextHard ? flaps.with(isConfirmed) : flaps;
        hard = nextHard;
        isBehind &= nextHard == State.DOWN;
        if (change < changes.size() && next != shown && isOf(page, changeAt())) {
            Change own = changes.get(change++);
            now = own.at().isAfter(now) ? own.at() : now;
            take(own);
        } else if (next != shown) {
            shown = next;
            since = now;
        }
        look++;
    }

    private void take(Change next) {
        if (next.to() != shown) {
            shown = next.to();
            since = next.at();
        }
        hard = next.hard();
        isSeen |= next.reason().isPresent() || next.to() == State.UP;
        flaps = next.to() == State.UNREACHABLE && !isBehind ? flaps.withoutLatestChange() : flaps;
        isBehind = next.to() == State.UNREACHABLE || (isBehind && next.to() == State.STALE);
    }

    /** After a restart nothing is known but the state, and the past that rules need. */
    private void forget() {
        isSeen = false;
        latest = Optional.empty();
        flaps = Flaps.NONE;
    }
}
