package org.watchfloor.app;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import org.watchfloor.ui.fx.FxThread;

/**
 * How live the console is from one frame to the next: how long the FX thread worked, and how long it took with all that
 * it waited for, other programs on the same processors included. Confined to the FX thread until its end.
 */
final class Frames extends AnimationTimer {
    /** So many frames in a row, none of them late, and the screens that are built one by one after a start are there. */
    private static final int CALM = 120;

    private static final Duration MUCH = Duration.ofMillis(100);

    private final Scene scene;
    private volatile boolean calm;
    private volatile boolean told;
    private int count;
    private int inTime;
    private boolean stale;
    private Duration longestWork = Duration.ZERO;
    private Duration longestPause = Duration.ZERO;
    private long last = System.nanoTime();
    private long worked;

    Frames(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void handle(long ignored) {
        long now = System.nanoTime();
        long workedNow = worked();
        Duration work = Duration.ofNanos(workedNow - worked);
        longestWork = longer(longestWork, work);
        longestPause = longer(longestPause, Duration.ofNanos(now - last));
        inTime = work.compareTo(MUCH) > 0 ? 0 : inTime + 1;
        calm = inTime > CALM;
        told = scene.lookup("#unacknowledged").isVisible();
        stale |= scene.lookup("#stale-frame").isVisible();
        count++;
        last = now;
        worked = workedNow;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The FX thread since it began, in nanoseconds of a processor. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Forgets what was so far. */
    void again() {
        FxThread.run(() -> {
            count = 0;
            stale = false;
            longestWork = Duration.ZERO;
            longestPause = Duration.ZERO;
        });
    }

    void end() {
        CompletableFuture.runAsync(this::stop, FxThread::run).join();
    }

    boolean isCalm() {
        return calm;
    }

    /** Whether the console says that there is something to acknowledge. */
    boolean hasTold() {
        return told;
    }

    int count() {
        return count;
    }

    /** How long the FX thread worked between two of them. */
    Duration longestWork() {
        return longestWork;
    }

    /** How much time there was between two of them. */
    Duration longestPause() {
        return longestPause;
    }

    @Override
    public String toString() {
        return "%d frames, the longest work between two %d ms, the longest pause %d ms; the data were %s"
                .formatted(
                        count,
                        longestWork.toMillis(),
                        longestPause.toMillis(),
                        stale ? "more than 5 s old for a while" : "never old");
    }
}
