package org.watchfloor.probe.http;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.model.PoolFigures;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.Pools;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.ProbeType;
import org.watchfloor.probe.ladder.Descent;
import org.watchfloor.probe.net.NameLookup;

/** Reads the {@code http:} section and makes its probes, which share all but their connections. Thread-safe. */
public final class HttpProbeType implements ProbeType<HttpCheck> {
    private final InstantSource clock;
    private final NameLookup names;
    private final HttpClients clients;

    /**
     * A kind of check whose probes run on virtual threads.
     *
     * @param clock by which certificates are judged
     */
    public HttpProbeType(InstantSource clock, NameLookup names) {
        this.clock = clock;
        this.names = names;
        this.clients = new HttpClients(clock);
    }

    @Override
    public String key() {
        return "http";
    }

    @Override
    public Class<HttpCheck> specType() {
        return HttpCheck.class;
    }

    @Override
    public HttpCheck read(ConfigNode node) {
        return new HttpCheckReader(node).read();
    }

    @Override
    public Probe open(HttpCheck check) {
        return new HttpProbe(check, clients.of(check), names, clock);
    }

    @Override
    public void adopt(List<HttpCheck> specs, Pools limits) {
        clients.adopt(specs.stream().map(HttpClients::hostOf).collect(Collectors.toSet()), limits.http());
    }

    @Override
    public Optional<PoolFigures> pool() {
        return Optional.of(clients.figures());
    }

    @Override
    public Optional<Ladder> ladder(HttpCheck check) {
        Probe probe = open(check);
        return Optional.of((timeout, good) -> Descent.down(HttpWay.of(check), probe, names, timeout, good));
    }
}
