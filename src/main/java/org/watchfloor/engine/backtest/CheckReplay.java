package org.watchfloor.engine.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.condition.Limit;
import org.watchfloor.alert.condition.Sight;

/** A rule about each check by itself: each is taken from look to look, and through the seconds between if they matter. */
final class CheckReplay implements Replay {
    private final List<One> all;
    private final Pauses pauses;
    private final Optional<Limit<Sight>> limit;
    private final Normal normal;

    CheckReplay(List<One> all, Pauses pauses, Optional<Limit<Sight>> limit, Normal normal) {
        this.all = all;
        this.pauses = pauses;
        this.limit = limit;
        this.normal = normal;
    }

    /** A check, and its alert. */
    static final class One {
        private final PastCheck check;
        private final Life<Sight> life;
        /** From here on the seconds are not looked at yet. */
        private long seconds;

        One(PastCheck check, Life<Sight> life, Instant begin) {
            this.check = check;
            this.life = life;
            this.seconds = begin.toEpochMilli();
        }
    }

    @Override
    public void play(long until) {
        all.forEach(one -> play(one, until));
    }

    @Override
    public void finish(Instant end) {
        all.forEach(one -> one.life.finish(end));
    }

    private void play(One one, long until) {
        long next = one.check.nextAt();
        while (next < until) {
            tick(one, next);
            if (one.check.step()) {
                one.life.look(one.check.attention(), one.check.now());
                note(one.check);
            }
            one.seconds = Math.max(one.seconds, next + 1);
            next = one.check.nextAt();
        }
        tick(one, until);
        one.seconds = Math.max(one.seconds, until);
    }

    private void tick(One one, long until) {
        long at = pauses.awake(one.life.tickAt(one.seconds));
        while (at < until) {
            one.life.look(one.check.attention(), Instant.ofEpochMilli(at));
            at = pauses.awake(one.life.tickAt(at + 1));
        }
    }

    private void note(PastCheck check) {
        if (limit.isPresent() && normal.wantsNext(check.id().host(), check.now())) {
            normal.add(limit.get().value(check, check.now()));
        }
    }
}
