package org.watchfloor.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Tells those who reported something that it is taken, none of them before it is on disk; while the store is in trouble
 * nobody is told. Offered by the engine thread; released by it or by the journal's thread.
 */
final class Receipts {
    private final Journal journal;
    private final Deque<Held> held = new ArrayDeque<>();

    Receipts(Journal journal) {
        this.journal = journal;
        journal.onDurable(this::release);
    }

    private record Held(Effect.Answer<?> answer, long ticket) {}

    /** @param ticket of the journal group that holds what was decided */
    void offer(List<Effect.Answer<?>> answers, long ticket) {
        synchronized (held) {
            held.removeIf(waiting -> waiting.answer().to().isDone()); // who has given up waiting
            answers.forEach(answer -> held.add(new Held(answer, ticket)));
        }
        release();
    }

    private void release() {
        long durable = journal.durable();
        List<Effect.Answer<?>> free = new ArrayList<>();
        synchronized (held) {
            while (!held.isEmpty() && held.getFirst().ticket() <= durable) {
                free.add(held.removeFirst().answer());
            }
        }
        free.forEach(Receipts::give);
    }

    private static <T> void give(Effect.Answer<T> answer) {
        answer.to().complete(answer.answer());
    }
}
