package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.failure.FailureId;

/**
 * What is being done about failures, what was done lately, and what may be done. Immutable.
 *
 * @param running by number
 * @param cutShort those that the program was in the midst of when it ended, until a site says what they were
 * @param recent that ended within the last 7 days and were not refused, oldest first
 * @param automation what may begin, and by whom
 * @param waiting failures that what runs by itself has had no hand free for, oldest first; empty after a restart
 * @param instances to which instance of each service the console's own calls go
 * @param last highest number given so far, 0 if none
 */
public record Actions(
        SortedMap<ActionId, Running> running,
        CutShort cutShort,
        List<Action> recent,
        Automation automation,
        List<FailureId> waiting,
        Instances instances,
        long last) {
    public static final Actions NONE = new Actions(
            new TreeMap<>(),
            new CutShort(List.of(), List.of()),
            List.of(),
            Automation.USUAL,
            List.of(),
            Instances.FIRST,
            0);
    private static final Duration KEPT = Duration.ofDays(7);

    public Actions {
        running = Collections.unmodifiableSortedMap(running);
        recent = List.copyOf(recent);
        waiting = List.copyOf(waiting);
    }

    /** What was under way when the program ended, and the steps that had begun. */
    record CutShort(List<Action> actions, List<StepRun> steps) {
        CutShort {
            actions = List.copyOf(actions);
            steps = List.copyOf(steps);
        }
    }

    static Actions restored(RestoredActions restored) {
        return new Actions(
                new TreeMap<>(),
                new CutShort(restored.open(), restored.steps()),
                restored.recent(),
                Automation.restored(restored.automation()),
                List.of(),
                Instances.restored(restored.moves()),
                restored.last());
    }

    /** The one that holds the key, if any does. */
    public Optional<Action> holder(String key) {
        return running.values().stream()
                .map(Running::action)
                .filter(action -> action.key().equals(key))
                .findFirst();
    }

    Optional<Running> running(ActionId id) {
        return Optional.ofNullable(running.get(id));
    }

    /** One that runs, or ran lately. */
    public Optional<Action> find(ActionId id) {
        return running(id)
                .map(Running::action)
                .or(() ->
                        recent.stream().filter(action -> action.id().equals(id)).findFirst());
    }

    /** Whether it had ended before, and is being undone. */
    boolean wasOver(ActionId id) {
        return recent.stream().anyMatch(action -> action.id().equals(id));
    }

    /** Those that ran on the check lately, oldest first. */
    public List<Action> recentOn(CheckId check) {
        return recent.stream()
                .filter(action -> action.target().check().equals(check))
                .toList();
    }

    /** Why nobody is to be paged for the check now: an action is at work on its host, and may be for a while. */
    Optional<String> grace(CheckId check, Instant now) {
        return running.values().stream()
                .filter(one -> one.covers(check, now))
                .findFirst()
                .map(one -> "action " + one.action().id() + " (" + one.action().title() + ") is at work");
    }

    Actions with(Running one) {
        TreeMap<ActionId, Running> next = new TreeMap<>(running);
        next.put(one.action().id(), one);
        return new Actions(
                next,
                cutShort,
                recent,
                automation,
                waiting,
                instances,
                Math.max(last, one.action().id().value()));
    }

    /** Over, or refused. */
    Actions without(Action over, Instant now) {
        TreeMap<ActionId, Running> next = new TreeMap<>(running);
        next.remove(over.id());
        List<Action> kept = new ArrayList<>(recent);
        kept.removeIf(action -> action.id().equals(over.id()) || isOld(action, now));
        if (over.status() != Status.REFUSED) {
            kept.add(over);
        }
        return new Actions(
                next,
                cutShort,
                kept,
                automation,
                waiting,
                instances,
                Math.max(last, over.id().value()));
    }

    private static boolean isOld(Action action, Instant now) {
        return action.ended().filter(now.minus(KEPT)::isAfter).isPresent();
    }

    /** The clock was set back: what it stamped is as old as it was. */
    Actions setBack(Duration back) {
        TreeMap<ActionId, Running> next = new TreeMap<>();
        running.forEach((id, one) -> next.put(id, one.setBack(back)));
        return new Actions(next, cutShort, recent, automation, waiting, instances, last);
    }

    Actions with(Automation next) {
        return new Actions(running, cutShort, recent, next, waiting, instances, last);
    }

    Actions with(Instances next) {
        return new Actions(running, cutShort, recent, automation, waiting, next, last);
    }

    Actions waiting(List<FailureId> next) {
        return new Actions(running, cutShort, recent, automation, next, instances, last);
    }

    /** How many are at work that began by themselves. */
    long byThemselves() {
        return running.values().stream()
                .filter(one -> one.action().cause() instanceof Cause.ByItself)
                .count();
    }

    /** Nothing is left that was cut short. */
    Actions settled() {
        return new Actions(running, NONE.cutShort, recent, automation, waiting, instances, last);
    }
}
