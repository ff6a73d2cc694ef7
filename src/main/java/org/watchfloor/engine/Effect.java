package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.config.Site;
import org.watchfloor.config.Witnesses;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.HostId;
import org.watchfloor.model.State;
import org.watchfloor.notify.Channel;
import org.watchfloor.notify.Posting;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.Values;

/** What a decision asks the world to do. */
sealed interface Effect {
    record Write(Entry entry) implements Effect {}

    record Sample(CheckResult result, State hard) implements Effect {}

    /** From now on the check runs at this interval; another one only while it fails. */
    record Pace(CheckId check, Duration every) implements Effect {}

    record RunNow(Collection<CheckId> checks) implements Effect {}

    /** These are the checks to run. Those that did not change keep their schedule. */
    record Adopt(Site site, Set<CheckId> paused) implements Effect {}

    record Halt(CheckId check) implements Effect {}

    record Proceed(CheckId check) implements Effect {}

    /**
     * Hands a notice to its channel, after it is on disk that it is on its way.
     *
     * @param thread the reference of the first notice of the same episode
     */
    record Send(Posting posting, Channel channel, Optional<String> thread) implements Effect {}

    /** A round of the witnesses of the own network begins, if none is under way. */
    record HearWitnesses(Witnesses witnesses) implements Effect {}

    /** Reads the past of checks back; answered by {@link Event.PastRecalled}. Only the latest one counts. */
    record ReadBack(Recall recall) implements Effect {}

    /** Tells whoever asked for something what became of it, after that is on disk. */
    record Answer<T>(CompletableFuture<T> to, T answer) implements Effect {}

    /**
     * Carries out a step of an action, after it is on disk that it begins; answered by {@link Event.StepFinished}.
     *
     * @param host of the target, whose limits hold
     * @param index among the steps of the part
     * @param timeout after which it has failed
     */
    record Perform(ActionId action, HostId host, Part part, int index, StepSpec step, Values values, Duration timeout)
            implements Effect {}

    /** Ends what is under way for an action; nobody waits for its answer. */
    record StopAction(ActionId action) implements Effect {}

    /**
     * Goes down the ladder of a check that has begun to fail, or that a person asks about; answered by {@link
     * Event.DiagnosisFinished} unless it is called off.
     *
     * @param asked when it was asked for, which tells it from others of the check
     * @param good the last good result, if one is known
     */
    record Diagnose(CheckId check, Instant asked, Optional<CheckResult> good) implements Effect {}

    /** Nobody waits for the diagnosis of this check any more. */
    record CallOff(CheckId check) implements Effect {}

    /** After a time without observation: everything starts anew, spread out. */
    record Respread() implements Effect {}
}
