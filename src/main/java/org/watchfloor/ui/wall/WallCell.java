package org.watchfloor.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.StateLook;
import org.watchfloor.ui.fx.Target;

/** One cell of the wall; stays the same object as long as what it stands for is watched. FX thread only. */
final class WallCell {
    static final Comparator<WallCell> WORST_FIRST = Comparator.comparing(WallCell::state)
            .thenComparing(WallCell::isAcknowledged)
            .thenComparingInt(WallCell::order);

    private final Target target;
    private final String title;
    private final int order;
    private List<CheckId> checks;
    private State state = State.UNKNOWN;
    private Instant since = Instant.EPOCH;
    private boolean acknowledged;
    private Optional<CheckHealth> worst = Optional.empty();
    private boolean shown;

    /** @param order place among cells that are equally bad */
    WallCell(Target target, String title, int order, List<CheckId> checks) {
        this.target = target;
        this.title = title;
        this.order = order;
        this.checks = List.copyOf(checks);
    }

    /** True if its place or look on the wall changed; the first time does not count as a change. */
    boolean show(List<CheckHealth> healths, Set<HostId> acknowledgedHosts) {
        CheckHealth before = worst.orElse(null);
        State stateBefore = state;
        boolean acknowledgedBefore = acknowledged;
        worst = worstOf(healths);
        state = worst.map(CheckHealth::state).orElse(State.UNKNOWN);
        since = worst.map(CheckHealth::since).orElse(since);
        acknowledged = state != State.UP
                && worst.filter(health ->
                                acknowledgedHosts.contains(health.check().host()))
                        .isPresent();
        boolean changed = shown && before != null && (state != stateBefore || acknowledged != acknowledgedBefore);
        shown = true;
        return changed;
    }

    /** A plain loop: it runs for every cell with every snapshot. */
    private static Optional<CheckHealth> worstOf(List<CheckHealth> healths) {
        CheckHealth worst = null;
        for (CheckHealth health : healths) {
            if (worst == null || isWorse(health, worst)) {
                worst = health;
            }
        }
        return Optional.ofNullable(worst);
    }

    private static boolean isWorse(CheckHealth one, CheckHealth other) {
        return one.state() == other.state()
                ? one.since().isBefore(other.since())
                : one.state().isWorseThan(other.state());
    }

    boolean isProblem() {
        return state.isWorseThan(State.MAINTENANCE);
    }

    /** {@code 4 min · connection refused}; empty while all is well. */
    String trouble(Instant now) {
        return state == State.UP ? "" : Formats.roughly(Duration.between(since, now)) + " · " + message();
    }

    /** For those who do not see it: {@code web-7, down for 4 min, connection refused}. */
    String spoken(Instant now) {
        return title + ", " + StateLook.of(state).word() + " for " + Formats.roughly(Duration.between(since, now))
                + (acknowledged ? ", acknowledged" : "") + ", " + message();
    }

    String message() {
        String last = worst.map(CheckHealth::progress).orElse("no checks");
        return switch (state) {
            case STALE -> "no fresh result, last: " + last;
            case PAUSED -> "paused";
            case MAINTENANCE -> "maintenance, last: " + last;
            case UP, DEGRADED, DOWN, UNREACHABLE, UNKNOWN, PENDING -> last;
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

    boolean isAcknowledged() {
        return acknowledged;
    }

    /** The check that gives the cell its state. */
    Optional<CheckHealth> worst() {
        return worst;
    }
}
