package org.watchfloor.probe.http;

import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.watchfloor.probe.tls.TlsContext;
import org.watchfloor.probe.tls.TlsSources;

/** Makes the clients of all HTTP checks out of one, so that they share dispatcher and threads. Thread-safe. */
final class HttpClients {
    private static final int POOLS = 64;
    private static final int MOST_KEPT = 1_000;

    private final OkHttpClient root = new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .fastFallback(false)
            .readTimeout(0, TimeUnit.MILLISECONDS)
            .writeTimeout(0, TimeUnit.MILLISECONDS)
            .dns(new FoundAddresses())
            .addInterceptor(new ConnectShare())
            .eventListenerFactory(call -> listener(call.request().tag(HttpTrace.class)))
            .build();
    private final TlsSources sources;
    /** Checking a chain needs an index of the authorities, which is worth sharing. */
    private final Map<TlsContext, OkHttpClient> byContext = Collections.synchronizedMap(new WeakHashMap<>());

    /** Without room for idle connections each is closed after its call; a short life instead would keep a thread spinning. */
    private final List<ConnectionPool> nothingKept = pools(0);

    private final List<ConnectionPool> kept = pools(MOST_KEPT);

    HttpClients(InstantSource clock) {
        this.sources = new TlsSources(clock);
    }

    HttpClientSource of(HttpCheck check) {
        return new HttpClientSource(check, this, sources.of(check.tls()));
    }

    OkHttpClient with(TlsContext context) {
        return byContext.computeIfAbsent(
                context,
                key -> root.newBuilder()
                        .sslSocketFactory(key.sockets(), key.trust())
                        .build());
    }

    /**
     * A call walks through all connections of its pool, and whenever a connection becomes idle the library walks through
     * all pools: so there are some pools, of some connections each. Checks of one host share theirs.
     */
    ConnectionPool pool(HttpCheck check) {
        int number = Math.floorMod(String.valueOf(check.url().getHost()).hashCode(), POOLS);
        return (check.reuse() ? kept : nothingKept).get(number);
    }

    private static List<ConnectionPool> pools(int mostIdle) {
        return Stream.generate(() -> new ConnectionPool(mostIdle, 5, TimeUnit.MINUTES))
                .limit(POOLS)
                .toList();
    }

    private static EventListener listener(@Nullable HttpTrace trace) {
        return trace == null ? EventListener.NONE : trace;
    }
}
