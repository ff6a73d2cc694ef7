package org.watchfloor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LatestReplyTest {
    private final LatestReply<String> latest = new LatestReply<>(Runnable::run);
    private final List<String> seen = new ArrayList<>();

    @Test
    void aStaleReplyIsDroppedAndItsQuestionCancelled() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        ask(first);
        ask(second);

        second.complete("second");

        assertThat(first).isCancelled();
        assertThat(seen).containsExactly("second");
    }

    @Test
    void aFailureIsHandedOver() {
        ask(CompletableFuture.failedFuture(new IllegalStateException("disk")));

        assertThat(seen).containsExactly("java.lang.IllegalStateException: disk");
    }

    @Test
    void aCancelledQuestionStaysSilent() {
        CompletableFuture<String> question = new CompletableFuture<>();
        ask(question);

        latest.cancel();

        assertThat(seen).isEmpty();
    }

    private void ask(CompletableFuture<String> question) {
        latest.ask(question, seen::add, problem -> seen.add(problem.toString()));
    }
}
