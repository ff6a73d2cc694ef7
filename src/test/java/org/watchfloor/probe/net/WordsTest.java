package org.watchfloor.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Text for the operator. */
class WordsTest {
    @Test
    void keepsHostileTextToOneShortLine() {
        assertThat(Words.excerpt("a\r\nb\u001b[31m", 80)).isEqualTo("a  b [31m");
        assertThat(Words.excerpt("abcdef", 3)).isEqualTo("abc…");
    }

    @Test
    void writesTimesWithoutRegardToTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Words.time(Duration.ofMillis(35))).isEqualTo("35 ms");
            assertThat(Words.time(Duration.ofMillis(2500))).isEqualTo("2.5 s");
            assertThat(Words.time(Duration.ofSeconds(10))).isEqualTo("10 s");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writesPeers() {
        assertThat(Words.peer(new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 80)))
                .isEqualTo("192.0.2.7:80");
        assertThat(Words.peer(new InetSocketAddress(InetAddress.ofLiteral("::1"), 80)))
                .isEqualTo("[::1]:80");
        assertThat(Words.peer(new InetSocketAddress(InetAddress.ofLiteral("2001:db8::1:0:0:7"), 1)))
                .isEqualTo("[2001:db8::1:0:0:7]:1");
        assertThat(Words.peer(new InetSocketAddress(InetAddress.ofLiteral("fe80::"), 1)))
                .isEqualTo("[fe80::]:1");
        assertThat(Words.peer(InetSocketAddress.createUnresolved("web", 80))).isEqualTo("web:80");
    }
}
