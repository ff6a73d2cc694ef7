package org.watchfloor.ui.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.engine.Running;
import org.watchfloor.recovery.Proof;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Script;
import org.watchfloor.recovery.action.Stage;
import org.watchfloor.recovery.step.Lengths;
import org.watchfloor.ui.fx.Formats;

/**
 * An action as it is at a moment, in words. Immutable.
 *
 * @param running what it carries out; empty if it is over, or not this program's
 * @param now when it was looked at; of one that is over the time when it ended, so that it stays the same
 */
record ActionLine(Action action, Optional<Running> running, Instant now) {
    static ActionLine past(Action action) {
        return new ActionLine(action, Optional.empty(), action.ended().orElse(action.asked()));
    }

    static ActionLine of(Running running, Instant now) {
        return new ActionLine(running.action(), Optional.of(running), now);
    }

    boolean isRunning() {
        return running.isPresent();
    }

    /** How long it took, or has taken so far; empty if nothing was done. */
    String length() {
        boolean isUnknown = action.ended().isEmpty() && running.isEmpty();
        Duration length = Duration.between(action.asked(), now);
        return isUnknown || length.isZero() ? "" : Formats.duration(length);
    }

    /** A person's name, or that nobody's hand was in it. */
    String who() {
        return switch (action.cause()) {
            case Cause.ByHand byHand -> byHand.toString();
            case Cause.ByItself _ -> "by itself";
        };
    }

    String where() {
        return action.target().check()
                + action.target().services().stream()
                        .map(service -> " · " + service)
                        .collect(Collectors.joining());
    }

    /** What it is busy with while it runs, else why it stands as it does. */
    String stage() {
        return running.map(this::stage).orElse(action.said());
    }

    private String stage(Running one) {
        return switch (action.stage()) {
            case Stage.Waiting _ -> "about to begin";
            case Stage.Stepping(Part part, int index, Instant _) -> step(one.script(), part, index);
            case Stage.Proving proving -> proof(one.script().runbook().plan().proof(), proving);
            case Stage.Over _ -> action.said();
        };
    }

    private static String step(Script script, Part part, int index) {
        var lines = script.of(part);
        String which = "step " + (index + 1) + " of " + lines.size()
                + (index < lines.size() ? ": " + lines.get(index).step().title() : "");
        return switch (part) {
            case STEPS -> which;
            case ROLLBACK -> "undoing, " + which;
        };
    }

    private String proof(Proof proof, Stage.Proving proving) {
        return switch (proof) {
            case Proof.None _ -> "the steps are done";
            case Proof.Green green ->
                proving.green()
                        .map(since -> "watching its proof, green for " + text(since) + " of "
                                + Lengths.text(green.greenFor()))
                        .orElseGet(() -> "watching its proof, not green yet, " + text(proving.since()) + " of "
                                + Lengths.text(green.within()) + " are over");
        };
    }

    private String text(Instant since) {
        Duration length = Duration.between(since, now);
        return Lengths.text(Duration.ofSeconds(Math.max(0, length.toSeconds())));
    }
}
