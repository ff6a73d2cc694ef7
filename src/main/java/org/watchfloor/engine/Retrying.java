package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.retry.RetryStep;

/** Looks at a check again and again, each time after a longer wait. Confined to one decision. */
final class Retrying {
    private final Draft draft;
    private final RetryStep step;
    private final CheckId check;
    private final Instant since;

    Retrying(Draft draft, RetryStep step, CheckId check, Instant since) {
        this.draft = draft;
        this.step = step;
        this.check = check;
        this.since = since;
    }

    /** Its end, once it is green, cannot be tried again, or has been tried often enough. */
    Optional<StepEnd> look() {
        Optional<CheckResult> seen = draft.state()
                .check(check)
                .flatMap(CheckHealth::last)
                .filter(last -> !last.startedAt().isBefore(since));
        if (seen.filter(last -> last.outcome() instanceof Outcome.Up).isPresent()) {
            return Optional.of(StepEnd.succeeded(check + " is green"));
        }
        Optional<Reason> other = seen.flatMap(last ->
                reason(last.outcome()).filter(reason -> !step.policy().covers(reason, status(last))));
        if (other.isPresent()) {
            return Optional.of(StepEnd.failed("not tried again for " + other.get()));
        }
        return tries(seen);
    }

    private Optional<StepEnd> tries(Optional<CheckResult> seen) {
        Instant due = since;
        Optional<Instant> latest = Optional.empty();
        for (int number = 0; number < step.policy().max(); number++) {
            due = due.plus(step.policy().pause(number, since.toEpochMilli()));
            if (draft.now().isBefore(due)) {
                return lookSince(latest, seen);
            }
            latest = Optional.of(due);
        }
        return isAfter(seen, due)
                ? Optional.of(
                        StepEnd.failed("still failing after " + step.policy().max() + " tries: "
                                + seen.orElseThrow().outcome().message()))
                : lookSince(Optional.of(due), seen);
    }

    private static boolean isAfter(Optional<CheckResult> seen, Instant due) {
        return seen.filter(last -> !last.startedAt().isBefore(due)).isPresent();
    }

    private Optional<StepEnd> lookSince(Optional<Instant> due, Optional<CheckResult> seen) {
        if (due.isPresent() && !isAfter(seen, due.get())) {
            draft.effect(new Effect.RunNow(List.of(check)));
        }
        return Optional.empty();
    }

    private static OptionalInt status(CheckResult seen) {
        return seen.observation().measurements().stream()
                .filter(measured -> measured.name().equals("status"))
                .mapToInt(measured -> (int) measured.value())
                .findFirst();
    }

    private static Optional<Reason> reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up _ -> Optional.empty();
            case Outcome.Degraded degraded -> Optional.of(degraded.reason());
            case Outcome.Down down -> Optional.of(down.reason());
            case Outcome.Unknown unknown -> Optional.of(unknown.reason());
        };
    }
}
