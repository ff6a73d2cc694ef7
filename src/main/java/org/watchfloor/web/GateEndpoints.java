package org.watchfloor.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchfloor.engine.GateDesk;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateState;
import org.watchfloor.gate.Hand;
import org.watchfloor.model.Actor;

/** Breakers: how they stand and stood, and what a person can do with them. Commands are accepted at once. */
final class GateEndpoints {
    private final Snapshots snapshots;
    private final GateDesk gates;
    private final InstantSource clock;

    GateEndpoints(EnginePorts engine, InstantSource clock) {
        this.snapshots = engine.snapshots();
        this.gates = engine.gates();
        this.clock = clock;
    }

    List<Route> table() {
        String one = "/api/v1/breakers/{kind}/{name}";
        return List.of(
                Route.get("/api/v1/breakers", this::list),
                Route.get(one, this::one),
                Route.post(one + "/force-open", call -> set(call, "force-open", Hand.FORCED_OPEN)),
                Route.post(one + "/reset", call -> set(call, "reset", Hand.OFF)),
                Route.post(one + "/disable", call -> set(call, "disable", Hand.DISABLED)),
                Route.post(one + "/metrics-only", call -> set(call, "metrics-only", Hand.METRICS_ONLY)));
    }

    private Reply list(Call call) {
        Query query = call.query();
        Optional<GateState> state = query.choice("state", GateState.class);
        Optional<GateId.Kind> kind = query.choice("kind", GateId.Kind.class);
        Snapshot now = snapshots.current();
        List<GateJson> found = new ArrayList<>();
        now.state().gates().forEach((gate, breaker) -> {
            boolean isWanted = kind.map(gate.kind()::equals).orElse(true)
                    && state.map(GateState.of(breaker)::equals).orElse(true);
            if (isWanted) {
                found.add(GateJson.of(gate, breaker));
            }
        });
        found.sort(Comparator.comparing(GateJson::state));
        return Reply.ok(new GateList(now.at(), found));
    }

    private Reply one(Call call) throws InterruptedException {
        Snapshot now = snapshots.current();
        GateId gate = known(call, now);
        Breaker breaker = now.state().gates().find(gate).orElseThrow();
        TimeSpan span = call.query().span("-24h", clock.instant());
        List<GateJson.MoveJson> moves = Answers.await(gates.history().moves(span.from(), span.to())).stream()
                .filter(move -> move.gate().equals(gate))
                .map(GateJson.MoveJson::of)
                .toList();
        return Reply.ok(new GateDetail(now.at(), GateJson.of(gate, breaker), span.from(), span.to(), moves));
    }

    private Reply set(Call call, String command, Hand hand) {
        HandBody body = call.body(HandBody.class);
        Actor by = CallerText.by(body.by());
        String reason = CallerText.required("reason", body.reason());
        GateId gate = known(call, snapshots.current());
        gates.operations().setGate(gate, hand, by, reason);
        return Reply.json(202, new Accepted(command, gate.toString()));
    }

    /** @throws Problem 404 */
    private static GateId known(Call call, Snapshot now) {
        String kind = call.path().getOrDefault("kind", "");
        String name = call.path().getOrDefault("name", "");
        return Arrays.stream(GateId.Kind.values())
                .filter(one -> one.name().equalsIgnoreCase(kind))
                .map(one -> new GateId(one, name))
                .filter(gate -> now.state().gates().find(gate).isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.notFound("there is no such breaker; GET /api/v1/breakers lists them"));
    }

    /** What is open first, then by kind and name. */
    record GateList(Instant at, List<GateJson> breakers) {}

    /** A breaker, how it stood at {@code from}, and how it moved until {@code to}, oldest first. */
    record GateDetail(Instant at, GateJson breaker, Instant from, Instant to, List<GateJson.MoveJson> moves) {}

    /** What will be done to which breaker. */
    record Accepted(String command, String breaker) {}

    /** What a caller sends with each command. */
    record HandBody(Optional<String> reason, Optional<String> by) {}
}
