package org.watchfloor.ui.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.ui.fx.Formats;

/** What would have begun by itself but for the automation level, newest first, and what happened without it. Immutable. */
record ShadowReport(List<ShadowCase> cases) {
    static final Duration LENGTH = Duration.ofDays(7);
    static final ShadowReport NOTHING = new ShadowReport(List.of());

    ShadowReport {
        cases = List.copyOf(cases);
    }

    /**
     * @param actions on record, newest first
     * @param failures on record; they may have begun earlier than the report does
     */
    static ShadowReport of(List<Action> actions, List<Failure> failures, Instant now) {
        Map<FailureId, Failure> known =
                failures.stream().collect(Collectors.toMap(Failure::id, Function.identity(), (one, _) -> one));
        Instant begin = now.minus(LENGTH);
        return new ShadowReport(actions.stream()
                .filter(action -> action.isHeldByLevel() && action.asked().isAfter(begin))
                .map(action -> held(action, known, actions))
                .toList());
    }

    private static ShadowCase held(Action action, Map<FailureId, Failure> known, List<Action> actions) {
        Optional<Failure> failure = action.cause() instanceof Cause.ByItself(FailureId id)
                ? Optional.ofNullable(known.get(id))
                : Optional.empty();
        return new ShadowCase(action, failure, failure.flatMap(one -> mended(one, actions)));
    }

    private static Optional<Action> mended(Failure failure, List<Action> actions) {
        return failure.ended()
                .flatMap(end -> actions.stream()
                        .filter(action -> action.status() == Status.SUCCEEDED)
                        .filter(action ->
                                action.target().check().equals(failure.target().check()))
                        .filter(action -> !action.asked().isBefore(failure.at())
                                && action.asked().isBefore(end.at()))
                        .findFirst());
    }

    /** {@code 12 would have begun; 9 ended by themselves after a median of 4 min, 3 by a person}. */
    String totals() {
        if (cases.isEmpty()) {
            return "Nothing would have begun by itself in the last 7 days";
        }
        List<String> parts = new ArrayList<>();
        part(ShadowCase.Ending.BY_ITSELF, "ended by themselves", "ended by itself")
                .ifPresent(parts::add);
        part(ShadowCase.Ending.BY_PERSON, "after a person had done something", "after a person had done something")
                .ifPresent(parts::add);
        part(ShadowCase.Ending.BY_ACTION, "after another action", "after another action")
                .ifPresent(parts::add);
        count(ShadowCase.Ending.LASTS, "still failing").ifPresent(parts::add);
        count(ShadowCase.Ending.UNKNOWN, "not on record any more").ifPresent(parts::add);
        return cases.size() + " would have begun; " + String.join(", ", parts);
    }

    private Optional<String> part(ShadowCase.Ending ending, String many, String one) {
        List<Duration> lengths = cases.stream()
                .filter(it -> it.ending() == ending)
                .flatMap(it -> it.lasted().stream())
                .sorted()
                .toList();
        return lengths.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        lengths.size() + " " + (lengths.size() == 1 ? one + " after " : many + " after a median of ")
                                + Formats.duration(lengths.get(lengths.size() / 2)));
    }

    private Optional<String> count(ShadowCase.Ending ending, String words) {
        long count = cases.stream().filter(it -> it.ending() == ending).count();
        return count == 0 ? Optional.empty() : Optional.of(count + " " + words);
    }
}
