package org.watchfloor.recovery.action;

import java.time.Duration;
import java.util.function.Consumer;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.Values;

/** Carries out steps that reach into the world. Thread safe. */
@FunctionalInterface
public interface Performer {
    /**
     * Blocks until the step has ended or its time is up; an interrupt ends it at once, and what it began is ended as well
     * as can be.
     *
     * @param timeout after which it has failed
     * @param live takes what the step prints, without secrets, as it comes
     */
    StepEnd perform(StepSpec step, Values values, Duration timeout, Consumer<String> live) throws InterruptedException;
}
