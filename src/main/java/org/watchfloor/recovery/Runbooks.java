package org.watchfloor.recovery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.Target;

/** All runbooks of the configuration, in order of priority, then of ids. Immutable. */
public record Runbooks(List<Runbook> all) {
    public static final Runbooks NONE = new Runbooks(List.of());

    public Runbooks {
        all = all.stream()
                .sorted(Comparator.comparingInt(Runbook::priority).thenComparing(Runbook::id))
                .toList();
    }

    public Optional<Runbook> find(RunbookId id) {
        return all.stream().filter(runbook -> runbook.id().equals(id)).findFirst();
    }

    /** Those to be tried for a failure, one after the other. */
    public List<Runbook> applicable(Failure failure) {
        return all.stream()
                .filter(runbook -> runbook.scope().fits(failure.kind(), failure.target()))
                .toList();
    }

    /** Those that can be started by hand for a target. */
    public List<Runbook> offered(Target target) {
        return all.stream().filter(runbook -> runbook.scope().fits(target)).toList();
    }
}
