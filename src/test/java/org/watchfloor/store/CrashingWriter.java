package org.watchfloor.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.watchfloor.config.Settings;
import org.watchfloor.engine.Entry;
import org.watchfloor.engine.Journal;
import org.watchfloor.model.State;

/** A process of its own that writes transitions and samples, says what is durable, and waits to be killed. */
final class CrashingWriter {
    private CrashingWriter() {}

    public static void main(String[] args) throws StoreFailed {
        InstantSource clock = InstantSource.system();
        Store store = Store.open(Path.of(args[0]), Settings.DEFAULT, clock);
        Journal journal = store.journal();
        long transition = store.restored().lastTransition();
        long base = transition;
        journal.onDurable(() -> System.out.println("durable " + (base + journal.durable())));
        while (true) {
            transition++;
            Entry entry = Facts.changed(transition, Facts.FRONT, clock.instant(), State.UP, State.DOWN);
            journal.append(List.of(entry));
            for (int index = 0; index < 5; index++) {
                journal.sample(Facts.up(Facts.SHOP, clock.instant(), (double) transition), State.UP);
            }
            System.out.println("sampled " + clock.millis());
            LockSupport.parkNanos(3_000_000L);
        }
    }
}
