package org.watchfloor.recovery.action;

import java.time.Duration;
import java.util.function.Consumer;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Values;

/** Carries out one kind of step, under the contract of {@link Performer}. Thread safe. */
public interface StepPerformer<S extends StepSpec> {
    Class<S> specType();

    /** @throws NotRendered if a text cannot be made of the values; nothing has been done then */
    StepEnd perform(S step, Values values, Duration timeout, Consumer<String> live)
            throws InterruptedException, NotRendered;
}
