package org.watchfloor.recovery.retry;

import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.config.RetryPolicyReader;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;

/** Reads the {@code retry:} section of a step: a policy by name, or the keys of one. */
public final class RetryStepType implements StepType<RetryStep> {
    private static final String POLICY = "policy";

    @Override
    public String key() {
        return "retry";
    }

    @Override
    public Class<RetryStep> specType() {
        return RetryStep.class;
    }

    @Override
    public RetryStep read(StepNode step) {
        RetryPolicy written = new RetryPolicyReader(step.node()).read();
        Optional<String> name = step.node()
                .key(POLICY, "one of retries: instead of the keys here")
                .text();
        Stream.of("max", "interval", "multiplier", "cap", "jitter", "reasons", "statuses")
                .filter(key -> name.isPresent() && step.isGiven(key))
                .findFirst()
                .ifPresent(key -> step.node()
                        .problem(key, "the policy says that already", "keep policy: or the keys here, not both"));
        return new RetryStep(
                name.flatMap(known -> step.retryPolicy(POLICY, known)).orElse(written), name);
    }
}
