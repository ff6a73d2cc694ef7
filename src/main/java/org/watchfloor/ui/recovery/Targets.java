package org.watchfloor.ui.recovery;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.failure.Target;
import org.watchfloor.ui.detail.SafeText;

/** The checks that a runbook can be begun for; those of one runbook and one site are found once. FX thread only. */
final class Targets {
    static final int MOST = 100;

    private static final int LONGEST = 200;

    private Optional<Site> site = Optional.empty();
    private Optional<Runbook> runbook = Optional.empty();
    private List<Target> all = List.of();
    private List<Target> fitting = List.of();

    /** Those that fit. */
    List<Target> of(Runbook wanted, Site present) {
        boolean isSameSite = site.filter(present::equals).isPresent();
        if (!isSameSite) {
            site = Optional.of(present);
            all = Target.all(present);
        }
        if (!isSameSite || runbook.filter(wanted::equals).isEmpty()) {
            runbook = Optional.of(wanted);
            fitting = all.stream().filter(wanted.scope()::fits).toList();
        }
        return fitting;
    }

    /** What fits and holds the words: that for whose failure it is made first, then what is worst; the first hundred. */
    List<TargetLine> lines(Runbook wanted, Snapshot snapshot, String words) {
        String lower = words.strip().toLowerCase(Locale.ROOT);
        return of(wanted, snapshot.site()).stream()
                .filter(target ->
                        target.check().toString().toLowerCase(Locale.ROOT).contains(lower))
                .map(target -> line(target, snapshot))
                .sorted(Comparator.<TargetLine, Boolean>comparing(line -> !isMeant(wanted, line.target(), snapshot))
                        .thenComparing(TargetLine::state))
                .limit(MOST)
                .toList();
    }

    private static boolean isMeant(Runbook runbook, Target target, Snapshot snapshot) {
        return snapshot.state()
                .failures()
                .of(target.check())
                .filter(failure -> runbook.scope().fits(failure.kind(), target))
                .isPresent();
    }

    private static TargetLine line(Target target, Snapshot snapshot) {
        CheckId check = target.check();
        Optional<CheckHealth> health = snapshot.check(check);
        State state = health.map(CheckHealth::state).orElse(State.UNKNOWN);
        String words = snapshot.state()
                .failures()
                .of(check)
                .map(FailureWords::of)
                .or(() -> health.filter(_ -> state != State.UP).map(CheckHealth::message))
                .orElse("");
        return new TargetLine(target, state, SafeText.line(words, LONGEST));
    }
}
