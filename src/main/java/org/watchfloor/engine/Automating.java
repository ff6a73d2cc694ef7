package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.Runbooks;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureId;

/**
 * Begins runbooks by itself when something fails, in the order of their priority until one has helped, as far as the
 * automation level allows; what it would have begun otherwise is on record. When too many do not help it gives up that
 * right. Confined to one decision.
 */
final class Automating {
    /** So many that did not help, within {@link #WITHIN}, end the automation. */
    static final int MOST_FAILED = 5;

    static final Duration WITHIN = Duration.ofMinutes(10);

    /** So many that began by themselves are at work at once; more failures wait for their turn. */
    static final int MOST_AT_ONCE = 10;

    private final Draft draft;

    Automating(Draft draft) {
        this.draft = draft;
    }

    void began(Failure failure) {
        if (!runbooks(failure).isEmpty()) {
            List<FailureId> waiting = new ArrayList<>(draft.actions().waiting());
            waiting.add(failure.id());
            draft.actions(draft.actions().waiting(waiting));
            beginWhatWaits();
        }
    }

    /** Also called once a second. When a thousand things fail at once, a few are mended at a time. */
    void beginWhatWaits() {
        Deque<FailureId> waiting = new ArrayDeque<>(draft.actions().waiting());
        Map<FailureId, Failure> open = waiting.isEmpty() || isCrowded() ? Map.of() : open();
        while (!waiting.isEmpty() && !isCrowded()) {
            FailureId next = waiting.remove();
            draft.actions(draft.actions().waiting(List.copyOf(waiting)));
            Optional.ofNullable(open.get(next)).ifPresent(failure -> beginOneOf(runbooks(failure), failure));
        }
    }

    private boolean isCrowded() {
        return draft.actions().byThemselves() >= MOST_AT_ONCE;
    }

    private Map<FailureId, Failure> open() {
        return draft.state().failures().open().values().stream()
                .collect(Collectors.toMap(Failure::id, Function.identity()));
    }

    /** Goes on to the next one if it has not helped. */
    void ended(Action action) {
        boolean hasNotHelped = action.status() == Status.FAILED || action.status() == Status.ROLLED_BACK;
        if (hasNotHelped && action.cause() instanceof Cause.ByItself(var id)) {
            dropAfterTooMany();
            draft.state().failures().all().stream()
                    .filter(failure -> failure.id().equals(id))
                    .findFirst()
                    .ifPresent(failure -> goOn(failure, action));
        }
    }

    private void goOn(Failure failure, Action after) {
        List<Runbook> left = runbooks(failure).stream()
                .dropWhile(runbook -> !runbook.id().equals(after.runbook()))
                .skip(1)
                .toList();
        if (!beginOneOf(left, failure)) {
            var tracker = draft.tracker(failure.target().host());
            tracker.acted(
                    failure.target().check(),
                    "no runbook has helped, and none is left to try; a person is needed",
                    draft.now());
            draft.track(failure.target().host(), tracker);
            escalate(after);
        }
    }

    private void escalate(Action last) {
        Set<ChannelId> told = new Groups(draft).escalate(last.target().check());
        new Spreading(draft)
                .tell(
                        told,
                        last,
                        "No runbook has helped " + last.target().check() + ", and none is left to try. The last one, "
                                + last.title() + ": " + last.said());
    }

    /** Never those that a person has to confirm, whatever the level. */
    private List<Runbook> runbooks(Failure failure) {
        return draft.state().layout().site().section(Runbooks.class).orElse(Runbooks.NONE).applicable(failure).stream()
                .filter(runbook -> !runbook.guards().wantsPerson())
                .toList();
    }

    /** @return whether one has begun, or would have but for the level */
    private boolean beginOneOf(List<Runbook> runbooks, Failure failure) {
        Cause cause = new Cause.ByItself(failure.id());
        Acting acting = new Acting(draft);
        for (Runbook runbook : runbooks) {
            Optional<String> held = acting.heldByLevelAlone(runbook, failure.target(), cause);
            if (held.isPresent()) {
                acting.refuse(runbook, failure.target(), cause, Map.of(), held.get());
                return true;
            }
            if (acting.start(runbook, failure.target(), cause, Map.of()).status() != Status.REFUSED) {
                return true;
            }
        }
        return false;
    }

    private void dropAfterTooMany() {
        Instant begin = draft.now().minus(WITHIN);
        long failed = draft.actions().recent().stream()
                .filter(action -> action.cause() instanceof Cause.ByItself)
                .filter(action -> action.status() == Status.FAILED || action.status() == Status.ROLLED_BACK)
                .filter(action -> action.ended().filter(begin::isBefore).isPresent())
                .count();
        if (failed >= MOST_FAILED) {
            drop(failed + " actions that began by themselves have not helped within 10 min");
        }
    }

    /** Nothing begins by itself any more, anywhere, until a person says so. */
    void drop(String why) {
        Automation automation = draft.actions().automation();
        Stream.concat(
                        Stream.of(Optional.<ServiceId>empty()).filter(_ -> isAbove(automation.console())),
                        automation.services().entrySet().stream()
                                .filter(service -> isAbove(service.getValue()))
                                .map(service -> Optional.of(service.getKey()))
                                .sorted(Comparator.comparing(
                                        service -> service.get().value())))
                .forEach(service -> drop(service, why));
    }

    private static boolean isAbove(AutomationLevel level) {
        return level.compareTo(AutomationLevel.MONITOR) > 0;
    }

    private void drop(Optional<ServiceId> service, String why) {
        Automation automation = draft.actions().automation();
        AutomationMove move = new AutomationMove(
                automation.last() + 1,
                draft.now(),
                service,
                Optional.of(AutomationLevel.MONITOR),
                service.isEmpty() && automation.stopped(),
                Optional.empty(),
                why);
        draft.actions(draft.actions().with(automation.with(move)));
        draft.record(new Entry.AutomationSet(move));
    }
}
