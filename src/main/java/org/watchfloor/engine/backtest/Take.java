package org.watchfloor.engine.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.condition.Limit;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.engine.Keeping;
import org.watchfloor.engine.Recordings.Change;
import org.watchfloor.engine.Recordings.Track;
import org.watchfloor.model.CheckId;

/** One rule and all that it needs to be taken through the past. Confined to the thread of the back-test. */
final class Take {
    /** More than that nobody reads, and no memory has to hold. */
    static final int MOST_FIRINGS = 100_000;

    private final Scope scope;
    private final Cast cast;
    private final Normal normal;
    private final Replay replay;
    private final Instant from;
    private final List<Firing> firings = new ArrayList<>();

    /**
     * @param begin where the replay begins, some time before the span
     * @param from begin of the span; what was over before does not count
     */
    Take(Scope scope, Map<CheckId, List<Change>> changes, Surroundings around, Instant begin, Instant from) {
        this.scope = scope;
        this.from = from;
        this.normal = new Normal(around.troubles());
        Keeping keeping = new Keeping(scope.rule().needs());
        this.cast = new Cast(scope, keeping, changes, around.pauses(), begin);
        this.replay = switch (scope.rule().test()) {
            case AlertRule.OfCheck test -> ofChecks(test, begin);
            case AlertRule.OfMembers test -> ofGroups(test, begin);
        };
    }

    /** What is the same for all rules. */
    record Surroundings(Troubles troubles, Pauses pauses) {}

    Scope scope() {
        return scope;
    }

    Normal normal() {
        return normal;
    }

    void play(List<Track> hour, Instant until) {
        cast.load(hour);
        replay.play(until.toEpochMilli());
    }

    boolean isFull() {
        return firings.size() >= MOST_FIRINGS;
    }

    Firings finish(Instant end) {
        replay.finish(end);
        return new Firings(firings, end);
    }

    private Replay ofChecks(AlertRule.OfCheck test, Instant begin) {
        List<CheckReplay.One> all = new ArrayList<>();
        scope.members()
                .forEach((subject, ids) -> cast.of(ids)
                        .forEach(check -> all.add(new CheckReplay.One(
                                check, new Life<Sight>(scope.rule(), test, subject, check, this::take), begin))));
        return new CheckReplay(all, cast.pauses(), Limit.of(test.when()), normal);
    }

    private Replay ofGroups(AlertRule.OfMembers test, Instant begin) {
        List<GroupReplay.Group> groups = new ArrayList<>();
        scope.members().forEach((subject, ids) -> {
            GroupReplay.Together together = new GroupReplay.Together(subject.toString(), cast.of(ids));
            groups.add(new GroupReplay.Group(together, new Life<>(scope.rule(), test, subject, together, this::take)));
        });
        return new GroupReplay(cast, groups, Limit.of(test.when()), normal, begin.toEpochMilli());
    }

    /** Of what began before the span counts what lies in it. */
    private void take(Firing firing) {
        if (firing.to().filter(to -> !to.isAfter(from)).isEmpty()) {
            firings.add(firing.from().isBefore(from) ? clipped(firing) : firing);
        }
    }

    private Firing clipped(Firing firing) {
        return new Firing(
                firing.subject(),
                firing.since(),
                from,
                firing.to(),
                firing.trueUntil(),
                firing.severity(),
                firing.explanation());
    }
}
