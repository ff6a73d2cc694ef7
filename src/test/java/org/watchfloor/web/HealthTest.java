package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.engine.EngineFigures;
import org.watchfloor.engine.StoreFigures;
import tools.jackson.databind.JsonNode;

/** What the door says of Watchfloor's own health. */
class HealthTest {
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
    void isHealthyWhenAllIsWellThoughWhatItWatchesIsDown() throws Exception {
        for (String path : List.of("", "/live", "/ready", "/detailed", "/database", "/system")) {
            JsonNode health = door.json("/health" + path);

            assertThat(health.get("status").asString()).as(path).isEqualTo("healthy");
            assertThat(health.get("timestamp").asString()).isEqualTo("2026-01-05T09:00:00Z");
        }
    }

    @Test
    void tellsVersionUptimeAndEveryPartInDetail() throws Exception {
        JsonNode health = door.json("/health/detailed");

        assertThat(health.get("version").asString()).isEqualTo("1.2.3");
        assertThat(health.get("uptimeSeconds").asDouble()).isEqualTo(3600);
        assertThat(health.get("checks").findValuesAsString("name"))
                .contains("engine", "start", "configuration", "database", "cpu", "memory", "disk");
        assertThat(part(health, "memory")
                        .get("details")
                        .get("heapRetainedPercent")
                        .asDouble())
                .isEqualTo(20);
        assertThat(part(health, "cpu").get("details").get("systemPercent").asDouble())
                .isEqualTo(20);
    }

    @Test
    void isNotAliveWhenTheEngineFallsSilent() throws Exception {
        door.now.set(Scene.NOW.plusSeconds(6));
        assertStatus("/health/live", 200, "degraded");

        door.now.set(Scene.NOW.plusSeconds(31));
        assertStatus("/health/live", 503, "unhealthy");
        assertStatus("/health", 503, "unhealthy");
    }

    @Test
    void staysAliveWhenTheClockJumpsBack() throws Exception {
        door.now.set(Scene.NOW.minusSeconds(3600));

        assertStatus("/health/live", 200, "healthy");
    }

    @Test
    void isNotReadyBeforeTheStartOrWithAFailedStep() throws Exception {
        door.engine.publish(Scene.withLifecycle(Scene.small(), List.of()));
        assertStatus("/health/ready", 503, "unhealthy");

        door.engine.publish(Scene.withLifecycle(
                Scene.small(), List.of(new EngineFigures.Step("store", 1, false, "the disk is full"))));
        assertStatus("/health/ready", 503, "unhealthy");
        assertThat(door.get("/health/ready").body()).contains("the disk is full");
    }

    @Test
    void isNotReadyWhenTheStoreHasTrouble() throws Exception {
        door.engine.publish(Scene.withStore(
                Scene.small(), new StoreFigures(1, 2, 3, 4, 5, Optional.of("the disk is full; samples are held"))));

        assertStatus("/health/ready", 503, "unhealthy");
        assertStatus("/health/database", 503, "unhealthy");
        assertThat(door.get("/health").body()).contains("the disk is full; samples are held");
        assertStatus("/health/live", 200, "healthy");
    }

    @Test
    void isDegradedByWhatTheStoreHadToTellAtTheStart() throws Exception {
        door.engine.publish(Scene.withLifecycle(
                Scene.small(), List.of(new EngineFigures.Step("store", 1, true, "history begins anew"))));

        assertStatus("/health/database", 200, "degraded");
        assertThat(door.get("/health/database").body()).contains("history begins anew");
    }

    @Test
    void isUnhealthyWhenTheStoreCannotAnswer() throws Exception {
        door.engine.stick(CompletableFuture.failedFuture(new IllegalStateException("closed")));

        assertStatus("/health/database", 503, "unhealthy");
    }

    @Test
    void isDegradedByAnInvalidConfigurationAndUnhealthyWithoutAny() throws Exception {
        door.engine.publish(Scene.withProblems(Scene.small()));
        assertStatus("/health/ready", 200, "degraded");
        assertThat(door.get("/health/detailed").body()).contains("hosts.yaml:3:5");

        door.engine.publish(Scene.withSite(Scene.withProblems(Scene.small()), Site.EMPTY));
        assertStatus("/health/ready", 503, "unhealthy");
    }

    @Test
    void judgesTheMachineByItsLimits() throws Exception {
        assertMachine(new MachineFigures(0.1, 0.81, 4, 1, 0, 0, 1_000, 1_000, 900), 200, "degraded");
        assertMachine(new MachineFigures(0.1, 1.0, 4, 1, 0, 0, 1_000, 1_000, 900), 200, "degraded");
        assertMachine(new MachineFigures(0.96, 0.97, 4, 1, 0, 0, 1_000, 1_000, 900), 503, "unhealthy");
        assertMachine(new MachineFigures(0.81, Double.NaN, 4, 1, 0, 0, 1_000, 1_000, 900), 200, "degraded");
        assertMachine(new MachineFigures(0.1, 0.1, 4, 1, 999, 760, 1_000, 1_000, 900), 200, "degraded");
        assertMachine(new MachineFigures(0.1, 0.1, 4, 1, 999, 910, 1_000, 1_000, 900), 503, "unhealthy");
        assertMachine(new MachineFigures(0.1, 0.1, 4, 1, 999, 100, 1_000, 1_000, 190), 200, "degraded");
        assertMachine(new MachineFigures(0.1, 0.1, 4, 1, 999, 100, 1_000, 1_000, 90), 503, "unhealthy");
        assertMachine(new MachineFigures(0.1, 0.1, 4, 1, 999, 100, 1_000, 0, 0), 503, "unhealthy");
        assertMachine(new MachineFigures(Double.NaN, Double.NaN, 4, -1, 0, 0, 0, 1_000, 900), 200, "healthy");
    }

    @Test
    void readsTheRealMachine() {
        MachineFigures figures = new Machine(Path.of("."), System::nanoTime).get();

        assertThat(figures.processors()).isPositive();
        assertThat(figures.heapUsed()).isPositive();
        assertThat(figures.heapMax()).isGreaterThanOrEqualTo(figures.heapRetained());
        assertThat(figures.diskTotal())
                .isGreaterThanOrEqualTo(figures.diskFree())
                .isPositive();
        assertThat(new Machine(Path.of("no/such/place"), System::nanoTime).get().diskTotal())
                .isZero();
    }

    private void assertMachine(MachineFigures figures, int http, String status) throws Exception {
        door.machine.set(figures);
        assertStatus("/health/system", http, status);
    }

    private void assertStatus(String path, int http, String status) throws Exception {
        var response = door.get(path);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(http);
        assertThat(TestDoor.tree(response.body()).get("status").asString()).isEqualTo(status);
    }

    private static JsonNode part(JsonNode health, String name) {
        for (JsonNode part : health.get("checks")) {
            if (part.get("name").asString().equals(name)) {
                return part;
            }
        }
        throw new AssertionError("no " + name);
    }
}
