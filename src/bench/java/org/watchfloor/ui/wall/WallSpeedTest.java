package org.watchfloor.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Host;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.State;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.SnapshotFeed;
import org.watchfloor.ui.shell.Consoles;

/** What 5,000 cells with 1,000 changes a second cost; the figures are printed as one line. */
@Tag("bench")
class WallSpeedTest {
    private static final int SNAPSHOTS_A_SECOND = 10;
    private static final int CHANGES_A_SNAPSHOT = 100;
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long MEASURED_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Worlds world = Worlds.huge();
    private final Random random = new Random(11);
    private final List<Snapshot> snapshots = new ArrayList<>();

    @Test
    void aThousandChangesASecondLeaveTheFxThreadFree() {
        for (int i = 0; i < 8 * SNAPSHOTS_A_SECOND; i++) {
            snapshots.add(changed());
        }
        try (Consoles console = Consoles.on(snapshots.getFirst())) {
            Stage stage = console.window();

            Measured measured = Stages.onFx(() -> new Run(console).done)
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();

            Stages.close(stage);
            System.out.println(measured);
            assertThat(measured.share()).isLessThan(0.7);
            assertThat(measured.repaints()).isGreaterThan(20);
        }
    }

    private Snapshot changed() {
        List<Host> hosts = world.site().hosts();
        for (int i = 0; i < CHANGES_A_SNAPSHOT; i++) {
            State state = random.nextInt(4) == 0 ? State.DOWN : State.UP;
            world.set(hosts.get(random.nextInt(hosts.size())).id() + "/http", state, Duration.ZERO);
        }
        return world.pass(Duration.ofMillis(100)).snapshot();
    }

    private record Measured(double p50Millis, double p99Millis, double share, int repaints) {
        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "{\"what\": \"wall of 5,000 cells, 1,000 changes/s\", \"frame_p50_ms\": %.1f, \"frame_p99_ms\": %.1f,"
                            + " \"fx_thread_share\": %.2f, \"frames\": %d}",
                    p50Millis,
                    p99Millis,
                    share,
                    repaints);
        }
    }

    /** Publishes ten snapshots a second through a feed and watches the frames. */
    private final class Run extends AnimationTimer {
        private final CompletableFuture<Measured> done = new CompletableFuture<>();
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final List<Long> frames = new ArrayList<>();
        private final SnapshotFeed<Snapshot> feed;
        private final long begin = System.nanoTime();
        private int published;
        private long before;
        private long cpuAtStart;

        Run(Consoles console) {
            feed = new SnapshotFeed<>(console.shell()::show);
            start();
        }

        @Override
        public void handle(long now) {
            long passed = now - begin;
            if (passed * SNAPSHOTS_A_SECOND / 1_000_000_000L > published && published < snapshots.size()) {
                feed.publish(snapshots.get(published++));
            }
            if (passed < WARM_UP_NANOS) {
                cpuAtStart = threads.getCurrentThreadCpuTime();
            } else if (passed < WARM_UP_NANOS + MEASURED_NANOS) {
                frames.add(now - before);
            } else if (!done.isDone()) {
                stop();
                finish(passed - WARM_UP_NANOS);
            }
            before = now;
        }

        private void finish(long nanos) {
            Collections.sort(frames);
            double share = (threads.getCurrentThreadCpuTime() - cpuAtStart) / (double) nanos;
            done.complete(new Measured(at(0.5), at(0.99), share, frames.size()));
        }

        private double at(double quantile) {
            return frames.get((int) (quantile * (frames.size() - 1))) / 1e6;
        }
    }
}
