package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Features are switched off and on again in the configuration of a running program. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FeatureTest {
    private static final String RUN = "/api/v1/runbooks/look-again/run";
    private static final String PAGE = "{\"check\":\"web-1/port\",\"by\":\"ada\"}";

    @TempDir
    private Path temp;

    @Test
    void theyHoldFromTheNextReloadOn() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 100, InetAddress.ofLiteral("127.0.0.1"))) {
            Path config = Files.createDirectory(temp.resolve("config"));
            Files.writeString(config.resolve("site.yaml"), """
                    defaults: { every: 1s, timeout: 900ms, unhealthy-after: 1, healthy-after: 1 }
                    hosts:
                      web-1: { address: 127.0.0.1, checks: { port: { tcp: { port: %d } } } }
                    runbooks:
                      look-again:
                        for: { hosts: [web-1] }
                        steps: [ { retry: {} } ]
                        proof: { checks: [this], green-for: 0s, within: 10s }
                    """.formatted(server.getLocalPort()));
            Files.writeString(
                    config.resolve("features.yaml"), "features: { retries: false, breakers: false, metrics: false }");
            try (Run run = RecoveryTalk.run(config, temp.resolve("data"))) {
                RecoveryTalk door = RecoveryTalk.with(run);
                door.awaitState("web-1/port", "UP");
                assertThat(switchedOff(door)).containsExactly("breakers", "metrics", "retries");
                assertThat(door.get("/api/v1/breakers").path("breakers")).isEmpty();
                assertThat(door.door().get("/metrics")).isInstanceOf(DoorClient.NotFound.class);
                assertThat(door.refused(RUN, PAGE))
                        .contains(
                                "it needs that retries are switched on, but they are switched off by features: retries");

                Files.delete(config.resolve("features.yaml"));

                await().atMost(RecoveryTalk.PATIENCE)
                        .until(() -> switchedOff(door).isEmpty());
                assertThat(door.get("/api/v1/breakers").path("breakers")).hasSize(1);
                assertThat(door.door().get("/metrics")).isNotInstanceOf(DoorClient.NotFound.class);
                assertThat(door.awaitOver(door.begin("look-again", PAGE))
                                .path("action")
                                .path("status")
                                .asString(""))
                        .isEqualTo("succeeded");
            }
        }
    }

    private static List<String> switchedOff(RecoveryTalk door) throws InterruptedException {
        return door.get("/api/v1/automation")
                .path("switchedOff")
                .valueStream()
                .map(one -> one.asString(""))
                .toList();
    }
}
