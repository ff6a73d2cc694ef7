package org.watchfloor.probe.tcp;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.watchfloor.model.Observation;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.Deadline;
import org.watchfloor.probe.net.MissingCredential;
import org.watchfloor.probe.net.NameLookup;
import org.watchfloor.probe.tls.TlsSource;

/** One connection, secured if asked for, with its script; up when every step succeeds. */
final class TcpProbe implements Probe {
    private final TcpCheck check;
    private final Optional<TlsSource> tls;
    private final NameLookup names;
    private final InstantSource clock;

    TcpProbe(TcpCheck check, Optional<TlsSource> tls, NameLookup names, InstantSource clock) {
        this.check = check;
        this.tls = tls;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public Observation run(Duration timeout) throws InterruptedException {
        Deadline deadline = Deadline.in(timeout);
        try {
            return new TcpLook(check, sockets(), names, deadline).look(clock.instant());
        } catch (MissingCredential e) {
            return Observation.of(e.failure().outcome());
        }
    }

    private Optional<SSLSocketFactory> sockets() throws MissingCredential {
        return tls.isPresent() ? Optional.of(tls.get().current().sockets()) : Optional.empty();
    }
}
