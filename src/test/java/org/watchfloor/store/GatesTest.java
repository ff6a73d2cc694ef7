package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.engine.Entry;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.GateMove.Stand;
import org.watchfloor.gate.Hand;
import org.watchfloor.model.Actor;

/** How breakers stood, on disk. */
class GatesTest extends StoreCase {
    private static final GateId WEB = new GateId(GateId.Kind.HOST, "web-1");
    private static final GateId MAIL = new GateId(GateId.Kind.CHANNEL, "mail");

    @Test
    void theNewestMoveOfEachGateIsThereAfterARestart() throws StoreFailed {
        GateMove opened = move(1, WEB, 0, Stand.OPEN);
        GateMove tried = move(2, WEB, 60, Stand.HALF_OPEN);
        GateMove held = new GateMove(
                3,
                MAIL,
                START.plusSeconds(70),
                Stand.CLOSED,
                Optional.empty(),
                0,
                Hand.FORCED_OPEN,
                Optional.of(new Actor("mara")),
                "its certificate is being renewed");
        append(new Entry.GateMoved(opened));
        append(new Entry.GateMoved(tried));
        append(new Entry.GateMoved(held));

        reopen();

        assertThat(store.restored().gates().stood()).containsOnlyKeys(WEB, MAIL).containsValues(tried, held);
        assertThat(store.restored().gates().lastMove()).isEqualTo(3);
    }

    @Test
    void tellsHowEachStoodAtTheBeginAndWhatFollowed() {
        GateMove before = move(1, WEB, 0, Stand.OPEN);
        GateMove begin = move(2, WEB, 60, Stand.HALF_OPEN);
        GateMove within = move(3, MAIL, 120, Stand.OPEN);
        GateMove after = move(4, WEB, 600, Stand.CLOSED);
        append(new Entry.GateMoved(before));
        append(new Entry.GateMoved(begin));
        append(new Entry.GateMoved(within));
        append(new Entry.GateMoved(after));

        assertThat(store.gateHistory()
                        .moves(START.plusSeconds(90), START.plusSeconds(600))
                        .join())
                .containsExactly(begin, within);
    }

    private static GateMove move(long id, GateId gate, int seconds, Stand stand) {
        Instant at = START.plusSeconds(seconds);
        return new GateMove(
                id,
                gate,
                at,
                stand,
                stand == Stand.OPEN ? Optional.of(at.plusSeconds(60)) : Optional.empty(),
                stand == Stand.OPEN ? 2 : 0,
                Hand.OFF,
                Optional.empty(),
                "5 failures in a row");
    }
}
