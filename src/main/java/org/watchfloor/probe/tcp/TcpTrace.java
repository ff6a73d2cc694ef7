package org.watchfloor.probe.tcp;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Timings;
import org.watchfloor.probe.net.Stage;

/** How long each phase of a look took and how far it came. Confined to its thread. */
final class TcpTrace {
    private final Map<Phase, Duration> phases = new EnumMap<>(Phase.class);
    private long since = System.nanoTime();
    private Stage stage = Stage.CONNECTING;

    /** The phase ends now; the next one begins. */
    void finished(Phase phase) {
        long now = System.nanoTime();
        phases.merge(phase, Duration.ofNanos(now - since), Duration::plus);
        since = now;
    }

    void reached(Stage reached) {
        stage = reached;
    }

    void sent() {
        if (!phases.containsKey(Phase.FIRST_BYTE)) {
            since = System.nanoTime();
        }
    }

    /** The first piece ends FIRST_BYTE, all further ones prolong BODY. */
    void received() {
        finished(phases.containsKey(Phase.FIRST_BYTE) ? Phase.BODY : Phase.FIRST_BYTE);
    }

    Stage stage() {
        return stage;
    }

    Timings timings() {
        return new Timings(phases);
    }
}
