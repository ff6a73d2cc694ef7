package org.watchfloor.probe.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.PoolMeter;
import org.watchfloor.probe.net.MissingCredential;
import org.watchfloor.probe.tls.TlsContext;
import org.watchfloor.probe.tls.TlsSource;

/**
 * The client of one check, made at its first use and again when its certificates or its pool change. Confined to the check that runs,
 * of which there is one at a time.
 */
final class HttpClientSource {
    private final HttpCheck check;
    private final HttpClients clients;
    private final TlsSource tls;
    private volatile @Nullable Made made;

    HttpClientSource(HttpCheck check, HttpClients clients, TlsSource tls) {
        this.check = check;
        this.clients = clients;
        this.tls = tls;
    }

    OkHttpClient current() throws MissingCredential {
        TlsContext context = tls.current();
        ConnectionPool pool = clients.pool(check);
        Made known = made;
        if (known != null && known.pool == pool && known.context.equals(context)) {
            return known.client;
        }
        OkHttpClient client = client(context, pool);
        made = new Made(context, pool, client);
        return client;
    }

    PoolMeter meter() {
        return clients.meter();
    }

    private OkHttpClient client(TlsContext context, ConnectionPool pool) {
        OkHttpClient.Builder builder = clients.with(context)
                .newBuilder()
                .protocols(check.protocol().offered())
                .connectionSpecs(List.of(secure(), ConnectionSpec.CLEARTEXT))
                .connectionPool(pool)
                .retryOnConnectionFailure(check.reuse())
                .proxy(check.proxy().map(HttpClientSource::proxy).orElse(Proxy.NO_PROXY));
        if (check.reuse()) {
            builder.addNetworkInterceptor(clients.retiring());
        }
        if (!check.tls().verify()) {
            builder.hostnameVerifier((host, session) -> true);
        }
        return builder.build();
    }

    private ConnectionSpec secure() {
        return new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                .allEnabledCipherSuites()
                .tlsVersions(check.tls().minVersion().andNewer())
                .build();
    }

    private static Proxy proxy(URI proxy) {
        int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port));
    }

    private record Made(TlsContext context, ConnectionPool pool, OkHttpClient client) {}
}
