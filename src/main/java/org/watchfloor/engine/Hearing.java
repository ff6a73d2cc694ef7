package org.watchfloor.engine;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.config.Witnesses;

/** Hears the witnesses on a virtual thread, one round at a time. Begun by the engine thread. */
final class Hearing {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    private final Witnessing witnessing;
    private final Consumer<Event> report;
    private final ThreadFactory threads =
            Thread.ofVirtual().name("witnesses-", 0).factory();
    private final AtomicBoolean underWay = new AtomicBoolean();

    Hearing(Witnessing witnessing, Consumer<Event> report) {
        this.witnessing = witnessing;
        this.report = report;
    }

    /** Does nothing while a round is under way; who needs another one asks again after it. */
    void begin(Witnesses witnesses) {
        if (underWay.compareAndSet(false, true)) {
            threads.newThread(() -> hear(witnesses)).start();
        }
    }

    private void hear(Witnesses witnesses) {
        try {
            Event.WitnessesHeard heard = new Event.WitnessesHeard(witnessing.hear(witnesses));
            underWay.set(false);
            report.accept(heard);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("a defect of Watchfloor: the witnesses could not be heard", e);
        } finally {
            underWay.set(false);
        }
    }
}
