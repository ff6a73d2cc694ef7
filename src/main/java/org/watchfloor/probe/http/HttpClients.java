package org.watchfloor.probe.http;

import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.PoolFigures;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.model.PoolMeter;
import org.watchfloor.probe.tls.TlsContext;
import org.watchfloor.probe.tls.TlsSources;

/**
 * Makes the clients of all HTTP checks out of one, so that they share dispatcher and threads. The library looks whether a
 * kept connection still lives before it uses it, and a call on one that broke is made anew. No connection is opened before
 * it is needed: opening it is what a look measures. Thread-safe.
 */
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
    private final List<ConnectionPool> nothingKept = pools(0, PoolLimits.DEFAULT);

    private final PoolMeter meter = new PoolMeter();
    private final Interceptor retiring = new Retiring(() -> limits().life());
    private volatile Kept kept = new Kept(PoolLimits.DEFAULT, pools(MOST_KEPT, PoolLimits.DEFAULT));
    private volatile Set<String> hosts = Set.of();

    HttpClients(InstantSource clock) {
        this.sources = new TlsSources(clock);
    }

    /** The connections that are kept, and how long. */
    private record Kept(PoolLimits limits, List<ConnectionPool> pools) {}

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
        return (check.reuse() ? kept.pools : nothingKept).get(number(hostOf(check)));
    }

    static String hostOf(HttpCheck check) {
        return String.valueOf(check.url().getHost());
    }

    private static int number(String host) {
        return Math.floorMod(host.hashCode(), POOLS);
    }

    /** Closes the idle connections to other hosts, and with them those that share their pool: they are opened anew. */
    void adopt(Set<String> present, PoolLimits limits) {
        Kept before = kept;
        if (!before.limits.equals(limits)) {
            kept = new Kept(limits, pools(MOST_KEPT, limits));
            before.pools.forEach(ConnectionPool::evictAll);
        }
        List<ConnectionPool> pools = kept.pools;
        hosts.stream()
                .filter(host -> !present.contains(host))
                .forEach(gone -> pools.get(number(gone)).evictAll());
        hosts = present;
    }

    PoolMeter meter() {
        return meter;
    }

    Interceptor retiring() {
        return retiring;
    }

    private PoolLimits limits() {
        return kept.limits;
    }

    PoolFigures figures() {
        List<ConnectionPool> all =
                Stream.concat(nothingKept.stream(), kept.pools.stream()).toList();
        int idle = all.stream().mapToInt(ConnectionPool::idleConnectionCount).sum();
        int open = all.stream().mapToInt(ConnectionPool::connectionCount).sum();
        return meter.figuresOf(open, idle);
    }

    private static List<ConnectionPool> pools(int mostIdle, PoolLimits limits) {
        return Stream.generate(() -> new ConnectionPool(mostIdle, limits.idle().toMillis(), TimeUnit.MILLISECONDS))
                .limit(POOLS)
                .toList();
    }

    private static EventListener listener(@Nullable HttpTrace trace) {
        return trace == null ? EventListener.NONE : trace;
    }
}
