package org.watchfloor.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.PoolFigures;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.probe.Pools;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.Looks;
import org.watchfloor.probe.net.NameLookup;

/** What is counted of connections, and how long they are kept, against a real server on loopback. */
class HttpPoolTest {
    private static final Duration PLENTY = Duration.ofSeconds(10);

    private final HttpProbeType type = new HttpProbeType(InstantSource.system(), NameLookup.ofSystem());
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void countsAConnectionThatIsKeptAndUsedAgain() {
        Probe probe = kept();
        look(probe);
        look(probe);

        PoolFigures figures = figures();
        assertThat(figures.total()).isEqualTo(1);
        assertThat(figures.idle()).isEqualTo(1);
        assertThat(figures.created()).isEqualTo(1);
        assertThat(figures.acquisition().calls()).isEqualTo(2);
        assertThat(figures.waiting() + figures.destroyed() + figures.failed()).isZero();
    }

    @Test
    void countsAConnectionForEachLookThatReusesNone() {
        Probe probe = type.open(HttpLooks.check(url()));
        look(probe);
        look(probe);

        assertThat(figures().created()).isEqualTo(2);
        assertThat(figures().destroyed()).isEqualTo(2);
        assertThat(figures().total()).isZero();
    }

    @Test
    void countsWhatIsAtWork() {
        server.enqueue(new MockResponse.Builder()
                .headersDelay(1, TimeUnit.SECONDS)
                .body("late")
                .build());
        Thread look = Thread.startVirtualThread(() -> Looks.run(kept(), PLENTY));

        await().until(() -> figures().active() == 1);
        await().until(() -> figures().idle() == 1);
        assertThat(look).isNotNull();
        assertThat(figures().total()).isEqualTo(1);
    }

    @Test
    void countsACallThatGetsNoConnection() {
        Probe probe = kept();
        server.close();

        Looks.run(probe, PLENTY);

        assertThat(figures().failed()).isEqualTo(1);
        assertThat(figures().waiting()).isZero();
    }

    @Test
    void closesTheConnectionsOfAHostThatIsNotWatchedAnyMore() {
        HttpCheck check = HttpLooks.check(url() + "\nreuse: true");
        type.adopt(List.of(check), Pools.DEFAULT);
        look(type.open(check));

        type.adopt(List.of(check), Pools.DEFAULT);
        assertThat(figures().idle()).isEqualTo(1);
        type.adopt(List.of(), Pools.DEFAULT);

        assertThat(figures().total()).isZero();
        assertThat(figures().destroyed()).isEqualTo(1);
    }

    @Test
    void endsAnOldConnectionAndSaysSoToTheServer() throws InterruptedException {
        type.adopt(List.of(), pools(Duration.ofMinutes(1), Duration.ofNanos(1)));
        Probe probe = kept();
        look(probe);
        look(probe);
        look(probe);

        List<RecordedRequest> seen = List.of(server.takeRequest(), server.takeRequest(), server.takeRequest());
        assertThat(seen).extracting(RecordedRequest::getExchangeIndex).containsExactly(0, 1, 0);
        assertThat(seen)
                .extracting(request -> request.getHeaders().get("Connection"))
                .containsExactly("Keep-Alive", "close", "Keep-Alive");
        assertThat(figures().created()).isEqualTo(2);
    }

    @Test
    void takesOverAnotherIdleTimeAtOnce() {
        Probe probe = kept();
        look(probe);
        type.adopt(List.of(), pools(Duration.ofMillis(20), Duration.ofHours(1)));
        assertThat(figures().total()).isZero();

        look(probe);

        await().until(() -> figures().destroyed() == 2);
    }

    private void look(Probe probe) {
        server.enqueue(new MockResponse.Builder().body("ok").build());
        Looks.assertUp(Looks.run(probe, PLENTY));
    }

    private PoolFigures figures() {
        return type.pool().orElseThrow();
    }

    private Probe kept() {
        return type.open(HttpLooks.check(url() + "\nreuse: true"));
    }

    private String url() {
        return "url: http://localhost:" + server.getPort() + "/";
    }

    private static Pools pools(Duration idle, Duration life) {
        return new Pools(new PoolLimits(idle, life), PoolLimits.DEFAULT);
    }
}
