package org.watchfloor.ui.breakers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.GateState;
import org.watchfloor.gate.Position;
import org.watchfloor.ui.chart.ToneStrip;
import org.watchfloor.ui.fx.Formats;

/** How breakers moved in a day. Immutable. */
record GatePast(Map<GateId, List<GateMove>> byGate) {
    static final Duration DAY = Duration.ofHours(24);
    static final GatePast NONE = new GatePast(Map.of());

    GatePast {
        byGate = Map.copyOf(byGate);
    }

    static GatePast of(List<GateMove> moves) {
        Map<GateId, List<GateMove>> byGate = new LinkedHashMap<>();
        moves.forEach(move ->
                byGate.computeIfAbsent(move.gate(), _ -> new ArrayList<>()).add(move));
        return new GatePast(byGate);
    }

    /** How it stood at the begin and its moves since, oldest first. */
    List<GateMove> moves(GateId gate) {
        return byGate.getOrDefault(gate, List.of());
    }

    /** Since when it stands as it does, a hand included; from the record if that is as new as the line. */
    Instant since(GateLine line) {
        return newest(line).map(GateMove::at).orElse(line.breaker().position().since());
    }

    /** Why it stands as it does, and whose hand did it; why it opened last if it is closed. Empty if it never moved. */
    String why(GateLine line, Formats formats, Instant now) {
        return switch (line.state()) {
            case FORCED_OPEN, METRICS_ONLY, DISABLED ->
                newest(line)
                        .map(move -> move.by().map(by -> by.name() + ": ").orElse("") + move.why())
                        .orElse("by hand");
            case OPEN -> line.breaker().position() instanceof Position.Open open ? open.why() : "";
            case HALF_OPEN, CLOSED ->
                opened(line.gate())
                        .map(move -> move.why() + ", opened " + formats.moment(move.at(), now))
                        .orElse("");
        };
    }

    private Optional<GateMove> newest(GateLine line) {
        List<GateMove> moves = moves(line.gate());
        return moves.isEmpty() || GateState.of(moves.getLast()) != line.state()
                ? Optional.empty()
                : Optional.of(moves.getLast());
    }

    private Optional<GateMove> opened(GateId gate) {
        return moves(gate).reversed().stream()
                .filter(move -> GateState.of(move) == GateState.OPEN)
                .findFirst();
    }

    /** The day as a strip of coloured time, up to how it stands now. */
    List<ToneStrip.Piece> pieces(GateLine line, Instant now) {
        List<ToneStrip.Piece> pieces = new ArrayList<>();
        List<GateMove> moves = moves(line.gate());
        Instant last = since(line);
        for (int i = 0; i < moves.size(); i++) {
            GateMove move = moves.get(i);
            Instant end = i + 1 < moves.size() ? moves.get(i + 1).at() : last;
            if (move.at().isBefore(end)) {
                pieces.add(piece(GateState.of(move), move.at(), end));
            }
        }
        if (last.isBefore(now)) {
            pieces.add(piece(line.state(), last, now));
        }
        return pieces;
    }

    private static ToneStrip.Piece piece(GateState state, Instant from, Instant to) {
        GateLook look = GateLook.of(state);
        return new ToneStrip.Piece(from, to, look.tone(), look.word());
    }
}
