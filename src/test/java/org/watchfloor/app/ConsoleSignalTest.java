package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signal ends the console as cleanly as the engine, whether its window is open or only about to be. */
class ConsoleSignalTest {
    /** Far below the 30 s after which a stage that hangs is left behind. */
    private static final Duration QUICK = Duration.ofSeconds(15);

    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    private Path config = Path.of("");
    private Path data = Path.of("");

    ConsoleSignalTest() throws IOException {}

    @BeforeEach
    void configure() throws IOException {
        config = temp.resolve("config");
        data = temp.resolve("data");
        site.configure(config);
    }

    @Test
    void stopsTheOpenConsole() throws Exception {
        try (Run run = console()) {
            await().atMost(Run.PATIENCE).until(() -> run.log().contains("console started"));

            run.signal("TERM");

            endsQuietly(run, 128 + 15);
            assertThat(run.log())
                    .containsSubsequence("console stopped", "engine stopped", "store stopped")
                    .doesNotContain("did not stop");
        }
    }

    @Test
    void stopsTheConsoleWhileItStarts() throws Exception {
        try (Run run = console()) {
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Run.PATIENCE)
                    .until(() -> run.log().contains("configuration watcher started"));

            run.signal("TERM");

            endsQuietly(run, 128 + 15);
            assertThat(run.log()).contains("store stopped").doesNotContain("ERROR", "Exception");
        }
    }

    private static void endsQuietly(Run run, int exitCode) throws InterruptedException {
        await().atMost(QUICK).until(() -> !run.isAlive());
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.errors()).isEmpty();
    }

    private Run console() throws IOException {
        return Run.of(
                data,
                Map.of(),
                List.of("-Dglass.platform=Headless", "-Dprism.order=sw"),
                "--listen",
                "off",
                "--config",
                config.toString(),
                "--data",
                data.toString());
    }
}
