package org.watchfloor.probe.tls;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/** Gives checks with equal {@code tls:} sections one context, since the runtime's authorities take time and space. Thread-safe. */
public final class TlsSources {
    private final InstantSource clock;
    private final ConcurrentHashMap<TlsSpec, TlsSource> sources = new ConcurrentHashMap<>();

    /** The clock by which certificates are judged. */
    public TlsSources(InstantSource clock) {
        this.clock = clock;
    }

    /** Loads nothing yet. */
    public TlsSource of(TlsSpec spec) {
        return sources.computeIfAbsent(spec, key -> new TlsSource(key, clock));
    }
}
