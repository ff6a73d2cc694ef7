package org.watchfloor.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.StepEnd;

/**
 * Carries out the steps of actions that reach into the world, each on a thread of its own, and none before it is on disk
 * that it begins: while the store is in trouble none begins. Offered and stopped by the engine thread; released by it or by
 * the journal's thread.
 */
final class Hands {
    private static final Logger LOG = LoggerFactory.getLogger(Hands.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Journal journal;
    private final StepGate steps;
    private final Consumer<Event> report;
    private final ThreadFactory threads =
            Thread.ofPlatform().name("action-", 0).daemon().factory();
    private final Deque<Held> held = new ArrayDeque<>();
    private final Map<ActionId, Work> works = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Hands(Journal journal, StepGate steps, Consumer<Event> report) {
        this.journal = journal;
        this.steps = steps;
        this.report = report;
        journal.onDurable(this::release);
    }

    private record Held(Effect.Perform step, long ticket, long sinceNanos) {
        boolean isStale() {
            return System.nanoTime() - sinceNanos > PATIENCE_NANOS;
        }
    }

    private record Work(Thread thread, LiveOutput output) {}

    /** @param ticket of the journal group that says that they begin */
    void offer(List<Effect.Perform> offered, long ticket) {
        synchronized (held) {
            offered.forEach(step -> held.add(new Held(step, ticket, System.nanoTime())));
        }
        release();
    }

    private void release() {
        long durable = journal.durable();
        List<Held> free = new ArrayList<>();
        synchronized (held) {
            while (!held.isEmpty() && held.getFirst().ticket() <= durable) {
                free.add(held.removeFirst());
            }
        }
        free.forEach(this::begin);
    }

    /** What had to wait for the disk for long is not begun: nobody counts on it any more. */
    private void begin(Held waited) {
        Effect.Perform step = waited.step();
        if (waited.isStale()) {
            notBegun(step, "the disk took too long to put it on record");
            return;
        }
        LiveOutput output = new LiveOutput();
        Thread thread = threads.newThread(() -> carryOut(step, output));
        works.put(step.action(), new Work(thread, output));
        thread.start();
    }

    /** The store takes nothing, and nobody knows for how long: what waits for it is not begun later either. */
    void giveUpWaiting() {
        List<Held> waiting;
        synchronized (held) {
            waiting = List.copyOf(held);
            held.clear();
        }
        waiting.forEach(one -> notBegun(one.step(), "the store took nothing, so that it was not on record"));
    }

    private void notBegun(Effect.Perform step, String why) {
        report.accept(
                new Event.StepFinished(step.action(), step.part(), step.index(), StepEnd.failed("not begun: " + why)));
    }

    private void carryOut(Effect.Perform step, LiveOutput output) {
        StepEnd end;
        try {
            end = steps.perform(step, output::add);
        } catch (InterruptedException _) {
            end = new StepEnd(StepEnd.Outcome.CANCELLED, "it was stopped", output.text());
        } catch (RuntimeException e) {
            LOG.error("a defect of Watchfloor: a step of action {} could not be carried out", step.action(), e);
            end = StepEnd.failed("a defect of Watchfloor: " + e.getClass().getSimpleName());
        }
        works.computeIfPresent(step.action(), (_, work) -> work.output() == output ? null : work);
        if (!closed) {
            report.accept(new Event.StepFinished(step.action(), step.part(), step.index(), end));
        }
    }

    /** Ends what is under way for it, or what waits for the disk. */
    void stop(ActionId action) {
        synchronized (held) {
            held.removeIf(waiting -> waiting.step().action().equals(action));
        }
        Work work = works.get(action);
        if (work != null) {
            work.thread().interrupt();
        }
    }

    /** The program ends, and what is under way with it: how far it came is for the next start to ask. */
    void close() {
        closed = true;
        works.values().forEach(work -> work.thread().interrupt());
    }

    String output(ActionId action) {
        Work work = works.get(action);
        return work == null ? "" : work.output().text();
    }
}
