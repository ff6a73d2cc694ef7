package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.ui.fx.FxThread;
import tools.jackson.databind.JsonNode;

/** The real window on the real engine stays live while a thousand checks fail at once. */
@Tag("chaos")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ConsoleChaosTest {
    /** Of the FX thread between two frames. */
    private static final Duration MOST_WORK = Duration.ofMillis(500);

    /** Between two frames; generous, because a machine that builds is busy with other things too. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    @TempDir
    private Path temp;

    @Test
    void theWindowDrawsOnWhileAThousandChecksFail() throws Exception {
        ServerSocket server = listen();
        int port = free();
        try (Ending ending = Ending.onSignal(RecoveryTalk.PATIENCE);
                DataDirectory data = DataDirectory.open(temp.resolve("data"))) {
            Program program = new Program(options(thousand(server.getLocalPort()), port), data, ending);
            FutureTask<Integer> running = new FutureTask<>(() -> program.run(Optional.of(Toolkit.begin())));
            Thread.ofPlatform().name("program").start(running);
            try {
                Frames frames = storm(server, port);

                System.out.println("a thousand checks failed: " + frames);
                assertThat(frames.count()).isGreaterThan(20);
                assertThat(frames.longestWork()).isLessThan(MOST_WORK);
                assertThat(frames.longestPause()).isLessThan(LONGEST_PAUSE);
            } finally {
                ending.ask();
                assertThat(running.get()).isZero();
            }
        }
    }

    private static Frames storm(ServerSocket server, int port) throws IOException {
        RecoveryTalk door = new RecoveryTalk(new DoorClient(URI.create("http://127.0.0.1:" + port), Optional.empty()));
        awaitStates(door, "UP");
        Scene scene = await().atMost(RecoveryTalk.PATIENCE).until(ConsoleChaosTest::scene, Objects::nonNull);
        Frames frames = new Frames(scene);
        FxThread.run(frames::start);
        await().atMost(RecoveryTalk.PATIENCE).until(frames::isCalm);
        frames.again();
        server.close();
        awaitStates(door, "DOWN");
        await().atMost(RecoveryTalk.PATIENCE).until(frames::hasTold);
        frames.end();
        return frames;
    }

    private Options options(String site, int port) throws IOException, StartFailed {
        Path config = Files.createDirectory(temp.resolve("config"));
        Files.writeString(config.resolve("site.yaml"), site);
        Listen listen = new Listen(Listen.parse("127.0.0.1:" + port).orElseThrow(), true);
        return new Options(config, false, Optional.of(listen), false, Optional.empty());
    }

    /** The one with the console in it. */
    private static @Nullable Scene scene() {
        CompletableFuture<@Nullable Scene> found = new CompletableFuture<>();
        FxThread.run(() -> found.complete(Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene != null && scene.lookup("#stale-frame") != null)
                .findFirst()
                .orElse(null)));
        return found.join();
    }

    private static void awaitStates(RecoveryTalk door, String state) {
        await().atMost(RecoveryTalk.PATIENCE)
                .until(
                        () -> door.door().get("/api/v1/checks") instanceof DoorClient.Found(JsonNode json, String _)
                                ? json.path("checks").findValuesAsString("state")
                                : List.<String>of(),
                        states -> states.size() == 1_000 && states.stream().allMatch(state::equals));
    }

    private static String thousand(int port) {
        StringBuilder text = new StringBuilder(
                "defaults: { every: 5s, timeout: 2s, unhealthy-after: 1, healthy-after: 1 }\nhosts:\n");
        for (int host = 0; host < 1_000; host++) {
            text.append("  web-%d: { address: 127.0.0.1, checks: { port: { tcp: { port: %d } } } }\n"
                    .formatted(host, port));
        }
        return text.toString();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket listen() throws IOException {
        ServerSocket server = new ServerSocket(0, 1_000, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    server.accept().close();
                } catch (IOException _) {
                    return; // closed
                }
            }
        });
        return server;
    }
}
