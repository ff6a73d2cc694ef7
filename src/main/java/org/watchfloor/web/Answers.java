package org.watchfloor.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for what was asked of the store, within a limit. Stateless. */
final class Answers {
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /** @throws Problem 503 if the store fails or does not answer in time; the query is then cancelled */
    static <T> T await(CompletableFuture<T> answer) throws InterruptedException {
        return await(answer, LIMIT);
    }

    /** The same with another limit. */
    static <T> T await(CompletableFuture<T> answer, Duration limit) throws InterruptedException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unavailable("the store did not answer within " + limit.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            log.debug("The store could not answer a question of the web door", e.getCause());
            throw unavailable("the store could not answer; /health/database says more");
        } finally {
            answer.cancel(true);
        }
    }

    private static Problem unavailable(String detail) {
        return Problem.withHeader(503, detail, "Retry-After", "5");
    }
}
