package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The marks of one check. Immutable.
 *
 * @param calls whether an alert of it fires, or it is down in an open incident: it wants somebody, unless a mark says that
 *     it has somebody
 * @param all each once, in the order in which they matter: that it flaps comes last
 */
public record Marks(boolean calls, List<Mark> all) {
    public static final Marks NONE = new Marks(false, List.of());

    private static final Mark FLAPPING = new Mark.Flapping();

    public Marks {
        all = List.copyOf(all);
    }

    /** Of all checks, in the order of the layout. Pure. */
    public static Slots<Marks> of(EngineState state, Instant now) {
        return new Marking().look(state, now);
    }

    /** Whether it is owned, or kept quiet by somebody's will: it wants nobody now. */
    public boolean isInHand() {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isCare()) {
                return true;
            }
        }
        return false;
    }

    public boolean isFlapping() {
        return !all.isEmpty() && all.getLast().equals(FLAPPING);
    }

    /** The same for something of which another check flaps. */
    public Marks flapping() {
        return isFlapping()
                ? this
                : new Marks(
                        calls, Stream.concat(all.stream(), Stream.of(FLAPPING)).toList());
    }

    public boolean isOwned() {
        return all.stream().anyMatch(Mark::isOwned);
    }
}
