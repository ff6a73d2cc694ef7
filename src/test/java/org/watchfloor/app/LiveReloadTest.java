package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A change of the files reaches the process that runs, or is refused by it. */
class LiveReloadTest {
    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    LiveReloadTest() throws IOException {}

    @Test
    void takesOverGoodChangesAndRefusesBadOnes() throws Exception {
        Path config = temp.resolve("config");
        site.configure(config);
        try (Run run = Run.headless(config, temp.resolve("data"))) {
            String since = run.awaitState("web-1/page", "UP").path("since").asString("none");

            site.configure(config, another(site.port()));

            run.awaitState("web-2/port", "UP");
            assertThat(since(run)).isEqualTo(since);

            Files.writeString(config.resolve("broken.yaml"), "hosts: { web-3: { adress: 127.0.0.1 } }\n");

            JsonNode engine = run.awaitJson(
                    "/api/v1/engine", now -> now.path("configurationProblems").size() > 0);
            assertThat(engine.path("configurationProblems").toString()).contains("broken.yaml:1:19", "address");
            assertThat(engine.path("checks").asInt(0)).isEqualTo(2);
            assertThat(run.get("/health/detailed").body()).contains("degraded", "broken.yaml");
            assertThat(since(run)).isEqualTo(since);

            Files.delete(config.resolve("broken.yaml"));
            site.configure(config);

            run.awaitJson(
                    "/api/v1/engine",
                    now -> now.path("configurationProblems").isEmpty()
                            && now.path("checks").asInt(0) == 1);
            assertThat(since(run)).isEqualTo(since);
        }
    }

    private static String since(Run run) throws IOException, InterruptedException {
        return Run.check(run.json("/api/v1/checks"), "web-1/page").path("since").asString("gone");
    }

    private static String another(int port) {
        return """
            web-2:
              address: 127.0.0.1
              checks:
                port:
                  tcp: { port: %d }
            """.formatted(port);
    }
}
