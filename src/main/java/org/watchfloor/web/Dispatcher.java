package org.watchfloor.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each request through guard, router and writer. Called on virtual threads, by many at once. */
final class Dispatcher implements HttpHandler {
    private static final int PLACES = 10_000;
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Guard guard;
    private final Router router;
    private final Duration limit;
    private final Semaphore places = new Semaphore(PLACES, true);
    private final ReplyWriter writer = new ReplyWriter();

    /** @param limit for body, work and reply together */
    Dispatcher(Guard guard, Router router, Duration limit) {
        this.guard = guard;
        this.router = router;
        this.limit = limit;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Deadline.CURRENT.get().set(limit);
        try (exchange) {
            answer(exchange);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets nobody in any more, and waits until all have left; false if the time ran out. */
    boolean drain(Duration patience) throws InterruptedException {
        return places.tryAcquire(PLACES, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        // the timed form queues up behind drain(), the other one would slip past it
        if (!places.tryAcquire(0, TimeUnit.SECONDS)) {
            writer.write(exchange, Problem.of(503, "Watchfloor is stopping").reply());
            return;
        }
        try {
            writer.write(exchange, reply(exchange));
        } finally {
            places.release();
        }
    }

    private Reply reply(HttpExchange exchange) throws InterruptedException {
        try {
            guard.admit(exchange);
            return router.answer(exchange);
        } catch (Problem problem) {
            return problem.reply();
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("A {} request to the web door failed because of a defect in Watchfloor", method(exchange), e);
            return Problem.of(500, "a defect of Watchfloor; its log says more").reply();
        }
    }

    /** The path is left out: it is the caller's text and may hold anything. */
    private static String method(HttpExchange exchange) {
        return exchange.getRequestMethod().matches("[A-Z]{1,10}") ? exchange.getRequestMethod() : "strange";
    }
}
