package org.watchfloor.recovery.action;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Values;

/** Gives each step to the one who carries out its kind. Whatever goes wrong is a failed step. Thread safe. */
public final class Performers implements Performer {
    private static final Logger LOG = LoggerFactory.getLogger(Performers.class);

    private final Map<Class<?>, StepPerformer<?>> byType;

    public Performers(List<? extends StepPerformer<?>> performers) {
        byType =
                performers.stream().collect(Collectors.toUnmodifiableMap(StepPerformer::specType, Function.identity()));
    }

    @Override
    public StepEnd perform(StepSpec step, Values values, Duration timeout, Consumer<String> live)
            throws InterruptedException {
        StepPerformer<?> performer = byType.get(step.getClass());
        return performer == null
                ? StepEnd.failed("no way to carry out this step here")
                : perform(performer, step, values, timeout, live);
    }

    private static <S extends StepSpec> StepEnd perform(
            StepPerformer<S> performer, StepSpec step, Values values, Duration timeout, Consumer<String> live)
            throws InterruptedException {
        try {
            return performer.perform(performer.specType().cast(step), values, timeout, live);
        } catch (NotRendered e) {
            return StepEnd.failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("a bug broke off the step \"{}\": {}", step.summary(), withoutMessage(e));
            return StepEnd.failed("a bug broke off the step (" + e.getClass().getSimpleName()
                    + ", see the log): nobody knows how far it came");
        }
    }

    /** The message may hold a secret. */
    private static String withoutMessage(RuntimeException bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        return bug.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
