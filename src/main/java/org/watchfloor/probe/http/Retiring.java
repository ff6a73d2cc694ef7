package org.watchfloor.probe.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Ends a kept connection that has lived long enough: the server is told that this request is the last one on it (RFC 9112,
 * 9.6), and the library keeps it no longer. Thread-safe.
 */
final class Retiring implements Interceptor {
    private static final String HEADER = "Connection";
    private static final String USUAL = "Keep-Alive";

    private final Supplier<Duration> life;
    private final Map<Connection, Long> firstUse = Collections.synchronizedMap(new WeakHashMap<>());

    Retiring(Supplier<Duration> life) {
        this.life = life;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Connection connection = chain.connection();
        if (connection == null || !isOver(connection)) {
            return chain.proceed(request);
        }
        boolean isOwn = USUAL.equalsIgnoreCase(request.header(HEADER));
        return chain.proceed(
                isOwn ? request.newBuilder().header(HEADER, "close").build() : request);
    }

    private boolean isOver(Connection connection) {
        long now = System.nanoTime();
        Long first = firstUse.putIfAbsent(connection, now);
        return first != null && now - first >= life.get().toNanos();
    }
}
