package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whoever reports something hears that it is taken when it is safe, and not before. */
class ReceiptsTest {
    private final MemoryJournal journal = new MemoryJournal();
    private final Receipts receipts = new Receipts(journal);
    private final CompletableFuture<Taken> answer = new CompletableFuture<>();

    @Test
    void answersWhenItIsOnDisk() {
        journal.holdUp();
        receipts.offer(List.of(new Effect.Answer<>(answer, new Taken(3, 1))), journal.append(List.of()));
        boolean before = answer.isDone();

        journal.sync();

        assertThat(before).isFalse();
        assertThat(answer).isCompletedWithValue(new Taken(3, 1));
    }

    @Test
    void answersAtOnceWhatRestsOnWhatIsOnDiskAlready() {
        receipts.offer(List.of(new Effect.Answer<>(answer, new Taken(1, 0))), 0);

        assertThat(answer).isCompletedWithValue(new Taken(1, 0));
    }

    @Test
    void doesNotAnswerWhileTheStoreIsInTrouble() {
        journal.holdUp();
        journal.trouble("the disk is full");

        receipts.offer(List.of(new Effect.Answer<>(answer, new Taken(1, 0))), journal.append(List.of()));

        assertThat(answer).isNotDone();
    }
}
