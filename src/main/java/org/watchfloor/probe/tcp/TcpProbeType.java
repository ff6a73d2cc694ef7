package org.watchfloor.probe.tcp;

import java.time.InstantSource;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.ProbeType;
import org.watchfloor.probe.ladder.Descent;
import org.watchfloor.probe.net.NameLookup;
import org.watchfloor.probe.tls.TlsSources;

/** Reads the {@code tcp:} section and makes its probes. Thread-safe. */
public final class TcpProbeType implements ProbeType<TcpCheck> {
    private final InstantSource clock;
    private final NameLookup names;
    private final TlsSources tls;

    /**
     * A kind of check whose probes run on virtual threads.
     *
     * @param clock by which certificates are judged
     */
    public TcpProbeType(InstantSource clock, NameLookup names) {
        this.clock = clock;
        this.names = names;
        this.tls = new TlsSources(clock);
    }

    @Override
    public String key() {
        return "tcp";
    }

    @Override
    public Class<TcpCheck> specType() {
        return TcpCheck.class;
    }

    @Override
    public TcpCheck read(ConfigNode node) {
        return new TcpCheckReader(node).read();
    }

    @Override
    public Probe open(TcpCheck check) {
        return new TcpProbe(check, check.tls().map(tls::of), names, clock);
    }

    @Override
    public Optional<Ladder> ladder(TcpCheck check) {
        Probe probe = open(check);
        return Optional.of((timeout, good) -> Descent.down(TcpWay.of(check), probe, names, timeout, good));
    }
}
