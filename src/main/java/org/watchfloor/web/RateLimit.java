package org.watchfloor.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A token bucket for each client address; of IPv6 the network of 64 bits counts, as a client owns all of it. Remembers
 * the latest clients only, so that many addresses cannot fill the memory. Safe for many threads.
 */
final class RateLimit {
    private static final int CLIENTS = 4_096;

    private final double perNano;
    private final int burst;
    private final LongSupplier nanos;
    private final Map<ByteBuffer, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Bucket> eldest) {
            return size() > CLIENTS;
        }
    };

    RateLimit(double requestsPerSecond, int burst, LongSupplier nanos) {
        this.perNano = requestsPerSecond / 1e9;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** Takes a token; false if the client has none left. */
    synchronized boolean allows(InetAddress client) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(key(client), any -> new Bucket(burst, now));
        bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.filledAt) * perNano);
        bucket.filledAt = now;
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens--;
        return true;
    }

    private static ByteBuffer key(InetAddress client) {
        byte[] address = client.getAddress();
        return ByteBuffer.wrap(client instanceof Inet6Address ? Arrays.copyOf(address, 8) : address);
    }

    private static final class Bucket {
        private double tokens;
        private long filledAt;

        Bucket(double tokens, long filledAt) {
            this.tokens = tokens;
            this.filledAt = filledAt;
        }
    }
}
