package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.watchfloor.config.Check;
import org.watchfloor.model.HostId;
import org.watchfloor.probe.Probe;

/**
 * A check and when it is its turn. Guarded by the lock of {@link CheckLoop}.
 *
 * <p>Starts lie on a grid of their own: multiples of the interval, shifted by a fixed share of it, so that checks stay
 * spread out however often they are rescheduled.
 */
final class Turn implements Rider {
    final Check check;
    final Probe probe;
    final String lane;
    final String threadName;
    private final double share;
    Duration every;
    Instant due;
    boolean onDemand;
    /** What the lateness of the present run is measured from. */
    Instant startedFor;

    /** The first look is never late: it takes place as soon as the machine is ready for it. */
    boolean first = true;

    /** Since when limits have held it back; empty while they do not. */
    Optional<Instant> heldBackSince = Optional.empty();

    /** When it began to wait for a place in its lane. */
    Instant queuedAt = Instant.MIN;

    boolean busy;
    boolean halted;
    /** Removed or replaced; read by the look that still runs, without the lock, so that its result is left out. */
    volatile boolean gone;

    Turn(Check check, Probe probe, String lane, double share, Instant due) {
        this.check = check;
        this.probe = probe;
        this.lane = lane;
        this.threadName = "check " + check.id();
        this.share = share;
        this.every = check.every();
        this.due = due;
        this.startedFor = due;
    }

    @Override
    public HostId host() {
        return check.id().host();
    }

    @Override
    public String lane() {
        return lane;
    }

    @Override
    public boolean isWanted() {
        return !gone && !halted;
    }

    /** The first point of the grid that lies later than the given time. */
    Instant gridAfter(Instant time) {
        long step = every.toNanos();
        long shift = (long) (share * step);
        long since = nanos(time) - shift;
        long next = (Math.floorDiv(since, step) + 1) * step + shift;
        return Instant.ofEpochSecond(Math.floorDiv(next, 1_000_000_000L), Math.floorMod(next, 1_000_000_000L));
    }

    private static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }
}
