package org.watchfloor.engine;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Diagnosis;
import org.watchfloor.model.HostId;
import org.watchfloor.probe.Ladder;

/** One descent of a ladder, in the lane of its check. Guarded by the lock of {@link CheckLoop}, but for the descent. */
final class Climb implements Rider {
    private final Effect.Diagnose asked;
    private final Turn turn;
    private final Ladder ladder;
    private boolean calledOff;

    Climb(Effect.Diagnose asked, Turn turn, Ladder ladder) {
        this.asked = asked;
        this.turn = turn;
        this.ladder = ladder;
    }

    /** Goes down, without the lock. */
    Event.DiagnosisFinished descend(ProbeRun run, Instant at) {
        return new Event.DiagnosisFinished(
                asked.check(),
                asked.asked(),
                run.descend(turn.check, ladder, asked.good())
                        .map(rungs -> new Diagnosis(at, rungs, asked.good().map(CheckResult::finishedAt), "")));
    }

    /** The descent does not take place. */
    Event.DiagnosisFinished notMade(Instant at, String why) {
        return new Event.DiagnosisFinished(asked.check(), asked.asked(), Optional.of(Diagnosis.notMade(at, why)));
    }

    void callOff() {
        calledOff = true;
    }

    CheckId check() {
        return asked.check();
    }

    @Override
    public HostId host() {
        return turn.host();
    }

    @Override
    public String lane() {
        return turn.lane();
    }

    @Override
    public boolean isWanted() {
        return !calledOff && turn.isWanted();
    }
}
