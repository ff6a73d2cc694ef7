package org.watchfloor.lab;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.Waiter;

/**
 * Plays a script on a lab, on the thread that calls {@link #play}. Steps that the clock leaps over are played once, in
 * their order.
 */
public final class LabScriptPlayer {
    private static final Duration BEFORE_THE_START = Duration.ofNanos(-1);

    private final Lab lab;
    private final List<LabStep> steps;
    private final InstantSource clock;
    private final Waiter waiter;

    public LabScriptPlayer(Lab lab, LabScript script, InstantSource clock, Waiter waiter) {
        this.lab = lab;
        this.steps = script.steps();
        this.clock = clock;
        this.waiter = waiter;
    }

    /**
     * Returns when the last step is done; never if a step repeats.
     *
     * @throws InterruptedException if the thread is told to stop
     */
    public void play() throws InterruptedException {
        Instant start = clock.instant();
        Duration done = BEFORE_THE_START;
        Optional<Duration> next = nextAfter(done);
        while (next.isPresent()) {
            waitUntil(start.plus(next.get()));
            Duration now = Duration.between(start, clock.instant());
            playBetween(done, now);
            done = now;
            next = nextAfter(done);
        }
    }

    private void waitUntil(Instant due) throws InterruptedException {
        while (clock.instant().isBefore(due)) {
            waiter.waitUntil(due);
        }
    }

    private Optional<Duration> nextAfter(Duration moment) {
        return steps.stream().flatMap(step -> step.nextAfter(moment).stream()).min(Comparator.naturalOrder());
    }

    private void playBetween(Duration done, Duration now) {
        steps.stream()
                .filter(step -> lastTime(step, now).compareTo(done) > 0)
                .sorted(Comparator.comparing(step -> lastTime(step, now)))
                .forEach(step -> step.action().playOn(lab));
    }

    private static Duration lastTime(LabStep step, Duration now) {
        return step.lastUntil(now).orElse(BEFORE_THE_START);
    }
}
