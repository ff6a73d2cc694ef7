package org.watchfloor.store;

import java.util.List;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.State;

/** The part of a result that is kept as a sample; without message and facts, so that a long queue stays small. */
record RawSample(CheckId check, long millis, double latencyMillis, byte mark, List<Measurement> measurements) {
    static RawSample of(CheckResult result, State hard) {
        return new RawSample(
                result.check(),
                Nanos.millis(result.startedAt()),
                Math.round(result.latency().toNanos() / 1_000.0) / 1_000.0,
                Mark.of(result.outcome(), hard),
                result.observation().measurements());
    }
}
