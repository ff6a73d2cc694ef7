package org.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.engine.EngineState;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.SomeGates;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.BreakerPolicy;
import org.watchfloor.gate.CallResult;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.Hand;
import org.watchfloor.model.Actor;

/** The channels and the host of the usual scene behind breakers that stand in several ways. */
final class GateScene {
    static final GateId HOST = new GateId(GateId.Kind.HOST, "web-1");
    static final GateId MAIL = new GateId(GateId.Kind.CHANNEL, "mail");
    static final GateId CHAT = new GateId(GateId.Kind.CHANNEL, "chat");

    private static final Instant BEGIN = Scene.NOW.minusSeconds(600);

    private GateScene() {}

    /** The host's is open, that of the mail kept open by hand after a success, that of the chat new. */
    static Snapshot usual() {
        Snapshot scene = AlertScene.usual();
        EngineState state = scene.state();
        EngineState gated = new EngineState(
                state.layout(),
                state.checks(),
                state.remembered(),
                state.openIncidents(),
                state.gaps(),
                state.counters(),
                state.alerting(),
                state.configProblems(),
                state.network(),
                SomeGates.of(scene.site(), BEGIN, Map.of(HOST, open(), MAIL, kept())),
                state.failures(),
                state.actions(),
                state.siteLoadedAt());
        return new Snapshot(
                scene.sequence(),
                scene.at(),
                gated,
                scene.all(),
                scene.hosts(),
                scene.groups(),
                scene.services(),
                scene.figures());
    }

    static List<GateMove> moves() {
        return List.of(
                GateMove.of(1, HOST, open(), BEGIN.plusSeconds(5), Optional.empty(), "5 failures in a row"),
                GateMove.of(2, MAIL, kept(), BEGIN.plusSeconds(9), Optional.of(new Actor("mara")), "mail is moved"));
    }

    private static Breaker open() {
        Breaker breaker = passed(Breaker.closed(BreakerPolicy.DEFAULT, BEGIN), CallResult.SUCCEEDED, 0);
        for (int second = 1; second <= 4; second++) {
            breaker = passed(breaker, CallResult.FAILED, second);
        }
        return passed(breaker, CallResult.TIMED_OUT, 5);
    }

    private static Breaker kept() {
        return passed(Breaker.closed(BreakerPolicy.DEFAULT, BEGIN), CallResult.SUCCEEDED, 1)
                .set(Hand.FORCED_OPEN);
    }

    private static Breaker passed(Breaker breaker, CallResult result, int second) {
        Instant at = BEGIN.plusSeconds(second);
        return breaker.passed(result, Duration.ofMillis(20), at, at);
    }
}
