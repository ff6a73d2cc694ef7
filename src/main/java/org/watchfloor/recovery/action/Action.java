package org.watchfloor.recovery.action;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.IncidentId;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.failure.Target;

/**
 * One run of a runbook on a target: asked for, carried out, proven. Immutable; each change is on disk before its effect.
 *
 * @param title of the runbook
 * @param given parameters by name; secrets are not among them
 * @param key two with the same one never run at once
 * @param asked when it was asked for
 * @param ended when it was over, whatever came of it
 * @param undone whether its rollback has begun, which it does once only
 * @param said why it stands as it does, one sentence for people
 */
public record Action(
        ActionId id,
        RunbookId runbook,
        String title,
        Target target,
        Cause cause,
        Map<String, String> given,
        String key,
        Optional<IncidentId> incident,
        Instant asked,
        Status status,
        Stage stage,
        Optional<Instant> ended,
        boolean undone,
        String said) {
    /** How {@link #said} begins if nothing but the automation level has kept it from beginning by itself. */
    public static final String HELD_BY_LEVEL = "would have begun by itself if ";

    public Action {
        given = Map.copyOf(given);
    }

    /** The same, further on. */
    public Action at(Stage next, String why) {
        return with(Status.IN_PROGRESS, next, Optional.empty(), why);
    }

    /** The same, over. */
    public Action over(Status last, Instant when, String why) {
        return with(last, new Stage.Over(), Optional.of(when), why);
    }

    /** The clock was set back while it ran: what it stamped is as old as it was. */
    public Action setBack(Duration back) {
        Stage moved = switch (stage) {
            case Stage.Stepping at ->
                new Stage.Stepping(at.part(), at.index(), at.since().minus(back));
            case Stage.Proving at ->
                new Stage.Proving(at.since().minus(back), at.green().map(green -> green.minus(back)));
            case Stage.Waiting waiting -> waiting;
            case Stage.Over over -> over;
        };
        return new Action(
                id,
                runbook,
                title,
                target,
                cause,
                given,
                key,
                incident,
                asked.minus(back),
                status,
                moved,
                ended,
                undone,
                said);
    }

    public boolean isOver() {
        return status.isOver();
    }

    /** Whether it would have begun by itself but for the automation level. */
    public boolean isHeldByLevel() {
        return status == Status.REFUSED && cause instanceof Cause.ByItself && said.startsWith(HELD_BY_LEVEL);
    }

    private Action with(Status newStatus, Stage newStage, Optional<Instant> newEnd, String why) {
        boolean isUndone = undone || (newStage instanceof Stage.Stepping at && at.part() == Part.ROLLBACK);
        return new Action(
                id, runbook, title, target, cause, given, key, incident, asked, newStatus, newStage, newEnd, isUndone,
                why);
    }
}
