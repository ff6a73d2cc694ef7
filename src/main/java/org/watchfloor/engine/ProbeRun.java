package org.watchfloor.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.config.Check;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Rung;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.Probe;

/** Runs a probe so that no defect of it can hurt the engine. Safe for use by any thread. */
public final class ProbeRun {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeRun.class);

    private final Set<CheckId> defective = ConcurrentHashMap.newKeySet();

    /** What the ladder found; empty if it is being called off, or has a defect, which is logged. */
    Optional<List<Rung>> descend(Check check, Ladder ladder, Optional<CheckResult> good) {
        try {
            return Optional.of(ladder.descend(check.timeout(), good));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            LOG.warn("{} could not be diagnosed; this is a defect of Watchfloor", check.id(), e);
            return Optional.empty();
        }
    }

    /** What the probe saw; a defect is {@link Reason#INTERNAL}, logged once; empty if the check is being stopped. */
    public Optional<Observation> observe(Check check, Probe probe) {
        try {
            Observation observation = probe.run(check.timeout());
            defective.remove(check.id());
            return Optional.of(observation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            if (defective.add(check.id())) {
                LOG.warn("the probe of {} failed in itself; this is a defect of Watchfloor", check.id(), e);
            }
            String message = "the probe failed in itself: " + e.getClass().getSimpleName();
            return Optional.of(Observation.of(new Outcome.Unknown(Reason.INTERNAL, message)));
        }
    }
}
