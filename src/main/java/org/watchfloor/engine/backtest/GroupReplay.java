package org.watchfloor.engine.backtest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.condition.Limit;
import org.watchfloor.alert.condition.Members;
import org.watchfloor.alert.condition.Sight;

/** A rule about several checks together: all are taken to the same time, then the rule looks at them, every five seconds. */
final class GroupReplay implements Replay {
    private final Collection<PastCheck> checks;
    private final List<Group> groups;
    private final Pauses pauses;
    private final Optional<Limit<Members>> limit;
    private final Normal normal;
    private long next;

    /** @param begin in milliseconds since 1970 */
    GroupReplay(Cast cast, List<Group> groups, Optional<Limit<Members>> limit, Normal normal, long begin) {
        this.checks = cast.checks();
        this.groups = groups;
        this.pauses = cast.pauses();
        this.limit = limit;
        this.normal = normal;
        this.next = onTheGrid(begin);
    }

    /** The members of a group as they were. */
    record Together(String name, List<PastCheck> all) implements Members {
        @Override
        public int size() {
            return all.size();
        }

        @Override
        public Sight member(int index) {
            return all.get(index);
        }
    }

    /** Checks that are judged together, and their alert. */
    record Group(Together members, Life<Members> life) {}

    @Override
    public void play(long until) {
        while (next < until) {
            long now = next;
            checks.forEach(check -> advance(check, now));
            Instant time = Instant.ofEpochMilli(now);
            groups.forEach(group -> look(group, time));
            next = onTheGrid(now + 1);
        }
    }

    @Override
    public void finish(Instant end) {
        groups.forEach(group -> group.life().finish(end));
    }

    private long onTheGrid(long from) {
        return Life.ceil(pauses.awake(Life.ceil(from, Life.LOOK_EVERY)), Life.LOOK_EVERY);
    }

    private static void advance(PastCheck check, long now) {
        while (check.nextAt() <= now) {
            check.step();
        }
    }

    private void look(Group group, Instant now) {
        group.life().look(now);
        if (limit.isPresent() && normal.wantsNext(group.members().all(), now)) {
            normal.add(limit.get().value(group.members(), now));
        }
    }
}
