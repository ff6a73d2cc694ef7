package org.watchfloor.probe.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import org.watchfloor.config.ConfigNodes;
import org.watchfloor.model.Observation;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.Looks;
import org.watchfloor.probe.net.NameLookup;

/** Makes TCP probes from YAML, as an operator does. */
final class TcpLooks {
    static final TcpProbeType TYPE = new TcpProbeType(InstantSource.system(), NameLookup.ofSystem());
    private static final Duration PLENTY = Duration.ofSeconds(10);

    private TcpLooks() {}

    static TcpCheck check(String yaml) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        TcpCheck check = TYPE.read(parsed.root());
        assertThat(parsed.messages()).isEmpty();
        return check;
    }

    static Probe probe(String yaml) {
        return TYPE.open(check(yaml));
    }

    static Observation look(String yaml) {
        return look(yaml, PLENTY);
    }

    static Observation look(String yaml, Duration timeout) {
        return Looks.run(probe(yaml), timeout);
    }
}
