package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Server-sent events on real sockets: in order, none lost, none twice. */
class EventsTest {
    private TestDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new TestDoor();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void tellsTransitionsAsTheyHappen() throws Exception {
        door.engine.transit(3);
        try (Listener listener = listen(door.to("/api/v1/events"))) {
            assertThat(listener.contentType).isEqualTo("text/event-stream");
            listener.line(": connected");

            door.engine.transit(2);

            assertThat(listener.ids(2)).containsExactly(4L, 5L);
            JsonNode event = TestDoor.tree(listener.lastData);
            assertThat(event.get("check").asString()).isEqualTo("web-1/front");
            assertThat(event.get("to").asString()).isEqualTo("DOWN");
            assertThat(event.get("reason").asString()).isEqualTo("REFUSED");
            assertThat(event.get("message").asString()).isEqualTo("connection refused\nby \"web-1\"");
            assertThat(event.get("at").asString()).isEqualTo("2026-01-05T09:00:05Z");
        }
    }

    @Test
    void resumesAfterTheLastEventThatTheClientSaw() throws Exception {
        door.engine.transit(10);
        long last;
        try (Listener listener = listen(door.to("/api/v1/events?after=4"))) {
            last = listener.ids(3).getLast();
        }
        door.engine.transit(5);

        try (Listener listener = listen(door.to("/api/v1/events?after=1").header("Last-Event-ID", "" + last))) {
            assertThat(listener.ids(8)).containsExactly(8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L);
        }
    }

    @Test
    void losesAndDoublesNothingForClientsThatKeepComingBack() throws Exception {
        int total = 3_000;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> seen = new ArrayList<>();
            for (int client = 0; client < 5; client++) {
                int patience = 100 + 177 * client;
                seen.add(clients.submit(() -> reconnecting(total, patience)));
            }
            for (int batch = 0; batch < total / 50; batch++) {
                door.engine.transit(50);
            }

            List<Long> all = LongStream.rangeClosed(1, total).boxed().toList();
            for (Future<List<Long>> ids : seen) {
                assertThat(ids.get()).isEqualTo(all);
            }
        }
    }

    @Test
    void readsThePastOfAClientThatIsFarBehindInPages() throws Exception {
        int total = TransitionFeed.KEPT + 3 * TransitionFeed.PAGE;
        door.engine.transit(total);

        try (Listener listener = listen(door.to("/api/v1/events?after=0"))) {
            assertThat(listener.ids(total))
                    .isEqualTo(LongStream.rangeClosed(1, total).boxed().toList());
        }
    }

    @Test
    void keepsBackWhatNoSnapshotHasShownYet() throws Exception {
        door.engine.transit(1);
        door.engine.record();
        try (Listener listener = listen(door.to("/api/v1/events?after=0"))) {
            assertThat(listener.ids(1)).containsExactly(1L);
            listener.line(": still here");

            door.engine.transit(1);

            assertThat(listener.ids(2)).containsExactly(2L, 3L);
        }
    }

    @Test
    void tellsAClientOfAnotherPastToStartAnew() throws Exception {
        door.engine.transit(2);
        try (Listener listener = listen(door.to("/api/v1/events").header("Last-Event-ID", "4711"))) {
            listener.line("event: reset");
            listener.line("data: {\"lastEventId\":2}");

            door.engine.transit(1);

            assertThat(listener.ids(1)).containsExactly(3L);
        }
    }

    @Test
    void goesOnWhenTheStoreFailsForAWhile() throws Exception {
        try (Listener listener = listen(door.to("/api/v1/events"))) {
            listener.line(": connected");
            door.engine.stick(CompletableFuture.failedFuture(new IllegalStateException("gone")));
            door.engine.transit(2);
            int before = door.engine.transitionQueries.get();
            await().until(() -> door.engine.transitionQueries.get() > before + 2);
            door.engine.unstick();

            assertThat(listener.ids(2)).containsExactly(1L, 2L);
        }
    }

    @Test
    void givesASignOfLife() throws Exception {
        try (Listener listener = listen(door.to("/api/v1/events"))) {
            listener.line(": still here");
            listener.line(": still here");
        }
    }

    @Test
    void asksTheStoreOnceForManyListeners() throws Exception {
        List<Listener> listeners = new ArrayList<>();
        for (int client = 0; client < 50; client++) {
            listeners.add(listen(door.to("/api/v1/events")));
            listeners.getLast().line(": connected");
        }
        for (int batch = 0; batch < 20; batch++) {
            door.engine.transit(1);
        }
        for (Listener listener : listeners) {
            assertThat(listener.ids(20))
                    .isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
            listener.close();
        }

        assertThat(door.engine.transitionQueries).hasValueLessThanOrEqualTo(60);
    }

    @Test
    void asksTheStoreNothingWhileNobodyListens() throws Exception {
        door.engine.transit(5);
        door.get("/api/v1");

        assertThat(door.engine.transitionQueries).hasValue(0);
    }

    @Test
    void cutsOffAClientThatDoesNotRead() throws Exception {
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(1_024);
            deaf.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), door.door.port()));
            deaf.getOutputStream()
                    .write("GET /api/v1/events?after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            door.engine.transit(30_000);

            await().atMost(Duration.ofSeconds(30)).until(() -> isCutOff(deaf));
        }
        assertThat(door.get("/health").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "99999999999999999999", "1.5"})
    void refusesANumberThatIsNone(String after) throws Exception {
        HttpResponse<String> response = door.get("/api/v1/events?after=" + after);
        HttpResponse<String> header = door.send(door.to("/api/v1/events").header("Last-Event-ID", after));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestDoor.tree(response.body()).get("parameter").asString()).isEqualTo("after");
        assertThat(TestDoor.tree(header.body()).get("parameter").asString()).isEqualTo("Last-Event-ID");
    }

    @Test
    void endsItsStreamsAndSubscriptionWhenTheDoorCloses() throws Exception {
        Listener listener = listen(door.to("/api/v1/events"));
        listener.line(": connected");
        long begin = System.nanoTime();

        door.door.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        assertThat(listener.isAtEnd()).isTrue();
        assertThat(door.engine.listeners()).isZero();
    }

    private List<Long> reconnecting(int total, int perConnection) throws Exception {
        List<Long> ids = new ArrayList<>();
        while (ids.size() < total) {
            long last = ids.isEmpty() ? 0 : ids.getLast();
            try (Listener listener = listen(door.to("/api/v1/events").header("Last-Event-ID", "" + last))) {
                ids.addAll(listener.ids(Math.min(perConnection, total - ids.size())));
            }
        }
        return ids;
    }

    /** The kernel answers what is sent on a connection that the other side has dropped with a reset. */
    private static boolean isCutOff(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private Listener listen(HttpRequest.Builder request) throws Exception {
        return new Listener(door.send(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    /** The client's side of an event stream. */
    private static final class Listener implements AutoCloseable {
        final String contentType;
        String lastData = "";

        private final BufferedReader lines;
        private final InputStream body;

        Listener(HttpResponse<InputStream> response) {
            contentType = response.headers().firstValue("Content-Type").orElse("");
            body = response.body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        /** Reads on to the line. */
        void line(String wanted) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(wanted)) {
                    return;
                }
            }
            throw new AssertionError("the stream ended without: " + wanted);
        }

        /** Reads on until so many whole events have come. */
        List<Long> ids(int count) throws IOException {
            List<Long> ids = new ArrayList<>();
            while (ids.size() < count) {
                String line = lines.readLine();
                if (line == null) {
                    throw new AssertionError("the stream ended after " + ids);
                }
                if (line.startsWith("data: ")) {
                    lastData = line.substring(6);
                    ids.add(TestDoor.tree(lastData).get("id").asLong());
                }
            }
            return ids;
        }

        boolean isAtEnd() throws IOException {
            String line = lines.readLine();
            while (line != null) {
                line = lines.readLine();
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
