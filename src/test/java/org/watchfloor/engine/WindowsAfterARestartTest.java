package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.alert.Alert;
import org.watchfloor.config.Site;

/** An engine that was restarted gives the alerts of one that was not: what rules look back on is read from the database. */
class WindowsAfterARestartTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ when: 'avg(latency, 10m) > 400ms' }",
                "{ when: 'p95(latency, 5m) > 800ms', for: 1m, missing: ok }",
                "{ when: 'max(queue, 15m) > 10', for: 20s, missing: alert }",
                "{ when: 'max(disk.*.used_percent, 2m) > 98' }",
                "{ when: 'count(latency, 1h) < 300', missing: ok }",
                "{ each: host, when: 'max(p95(latency, 4m)) > 900ms' }"
            })
    void firesAsIfItHadNotBeenRestarted(String yaml) throws Exception {
        Site site = RecordedSites.of(yaml);

        List<String> straight = fired(site, "straight", run -> {});
        List<String> restarted = fired(site, "restarted", run -> run.restartAfter(Duration.ZERO));

        assertThat(restarted).containsExactlyInAnyOrderElementsOf(straight).hasSizeGreaterThan(2);
    }

    private interface Break {
        void take(RecordedRun run) throws Exception;
    }

    private List<String> fired(Site site, String name, Break pause) throws Exception {
        Path data = Files.createDirectory(directory.resolve(name));
        try (RecordedRun run = new RecordedRun(data, site, 11)) {
            for (int part = 0; part < 8; part++) {
                run.runFor(Duration.ofMinutes(13));
                pause.take(run);
            }
            return run.fired().stream().map(WindowsAfterARestartTest::text).toList();
        }
    }

    private static String text(Alert alert) {
        return alert.subject() + " since " + alert.since() + " from " + alert.firedAt() + " to " + alert.endedAt();
    }
}
