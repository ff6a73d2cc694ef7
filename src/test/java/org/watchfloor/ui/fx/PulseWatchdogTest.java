package org.watchfloor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Watches a thread of the test instead of the FX thread, so that it can be held at will. */
class PulseWatchdogTest {
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService watched = Executors.newSingleThreadExecutor();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(PulseWatchdog.class);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        scheduler.shutdownNow();
        watched.shutdownNow();
    }

    @Test
    void namesWhatHeldTheThread() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        try (PulseWatchdog _ = new PulseWatchdog(scheduler, work -> {
            watched.execute(work);
            asked.countDown();
        })) {
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            watched.execute(PulseWatchdogTest::holdTheThread);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(messages()).contains("stood still for").contains("holdTheThread"));
        }
    }

    private static void holdTheThread() {
        long end = System.nanoTime() + Duration.ofMillis(400).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private String messages() {
        synchronized (log) {
            return String.join(
                    "\n",
                    log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
        }
    }
}
