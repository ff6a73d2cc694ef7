package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The bucket of each client fills with time. */
class RateLimitTest {
    private static final InetAddress ANNA = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress BERT = InetAddress.ofLiteral("192.0.2.2");

    private final AtomicLong nanos = new AtomicLong(-5);
    private final RateLimit limit = new RateLimit(2, 3, nanos::get);

    @Test
    void letsABurstThroughAndThenTheRate() {
        assertThat(granted(ANNA, 10)).isEqualTo(3);

        nanos.addAndGet(1_000_000_000);

        assertThat(granted(ANNA, 10)).isEqualTo(2);
    }

    @Test
    void neverSavesMoreThanTheBurst() {
        nanos.addAndGet(3_600_000_000_000L);

        assertThat(granted(ANNA, 10)).isEqualTo(3);
    }

    @Test
    void countsEachAddressForItself() {
        granted(ANNA, 10);

        assertThat(limit.allows(BERT)).isTrue();
    }

    @Test
    void countsAnIpv6NetworkAsOneClient() {
        granted(InetAddress.ofLiteral("2001:db8:0:1::1"), 10);

        assertThat(limit.allows(InetAddress.ofLiteral("2001:db8:0:1:ffff::2"))).isFalse();
        assertThat(limit.allows(InetAddress.ofLiteral("2001:db8:0:2::1"))).isTrue();
    }

    private int granted(InetAddress client, int asked) {
        int granted = 0;
        for (int request = 0; request < asked; request++) {
            granted += limit.allows(client) ? 1 : 0;
        }
        return granted;
    }
}
