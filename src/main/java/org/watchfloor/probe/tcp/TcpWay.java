package org.watchfloor.probe.tcp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.ladder.Seen;
import org.watchfloor.probe.ladder.Step;
import org.watchfloor.probe.ladder.Way;
import org.watchfloor.probe.tls.TlsFailure;

/** The way of a TCP check: the connection, TLS if it is secured, and the answer if there is a script. Pure functions. */
final class TcpWay {
    private static final Step ANSWER = new Step(
            "answer",
            Set.of(Reason.EXPECT_MISMATCH, Reason.TOO_LARGE, Reason.PROTOCOL),
            _ -> false,
            Phase.FIRST_BYTE,
            TcpWay::answer);

    private TcpWay() {}

    static Way of(TcpCheck check) {
        List<Step> steps = new ArrayList<>();
        check.tls().ifPresent(_ -> steps.add(tls(check.startTls())));
        if (!check.script().isEmpty()) {
            steps.add(ANSWER);
        }
        return new Way(check.host(), check.port(), "", steps);
    }

    /** What asks for TLS in plain text before is part of it. */
    private static Step tls(StartTls asked) {
        Set<Reason> breaks = new HashSet<>(TlsFailure.REASONS);
        breaks.addAll(List.of(Reason.EXPECT_MISMATCH, Reason.PROTOCOL));
        String name = asked == StartTls.NONE ? "TLS" : "STARTTLS";
        return new Step(name, breaks, seen -> Seen.has(seen, Phase.TLS), Phase.TLS, Seen::certificate);
    }

    private static String answer(Observation seen) {
        String size = Seen.size(seen);
        return size.isEmpty() ? "" : "answer of " + size;
    }
}
