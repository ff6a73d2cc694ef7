package org.watchfloor.ui.detail;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.engine.EngineState;
import org.watchfloor.engine.Gates;
import org.watchfloor.gate.GateId;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;

/**
 * Which values are shown of a check. While it is our own doing that there are no new ones, the last good ones stay, marked
 * as stale.
 *
 * @param mark {@code stale since 12:03: held back by the rate limit of host web-1}; empty if the values are those of the
 *     latest look
 */
record LastGood(Optional<CheckResult> values, String mark) {
    static LastGood of(CheckHealth health, EngineState state, Formats formats, Instant now) {
        Optional<String> why = why(health, state);
        Optional<CheckResult> latest = health.last();
        if (why.isEmpty()) {
            return new LastGood(latest, "");
        }
        Optional<CheckResult> good = latest.filter(LastGood::isGood)
                .or(() -> state.alerting().diagnoses().good(state.layout(), health.check()));
        String mark = good.map(values -> "stale since " + formats.moment(values.finishedAt(), now) + ": ")
                .orElse("");
        return new LastGood(good.or(() -> latest), mark + why.get());
    }

    private static Optional<String> why(CheckHealth health, EngineState state) {
        return health.heldBack()
                .map(CheckHealth.HeldBack::why)
                .or(() -> Optional.of("nothing was seen of it since").filter(_ -> health.state() == State.STALE))
                .or(() -> shutGate(health, state).map(gate -> "the breaker " + gate + " is open"));
    }

    private static Optional<GateId> shutGate(CheckHealth health, EngineState state) {
        return state.layout()
                .slot(health.check())
                .flatMap(slot -> Gates.of(state.layout().checks().get(slot)))
                .filter(state.gates().shut()::containsKey);
    }

    private static boolean isGood(CheckResult result) {
        return switch (result.outcome()) {
            case Outcome.Up _, Outcome.Degraded _ -> true;
            case Outcome.Down _, Outcome.Unknown _ -> false;
        };
    }
}
