package org.watchfloor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.model.PoolLimits;

class PoolsReaderTest {
    @TempDir
    private Path directory;

    @Test
    void keepsConnectionsForFiveMinutesAndAnHourIfNothingIsWritten() throws IOException {
        assertThat(load("groups: { web: {} }"))
                .isInstanceOfSatisfying(
                        ConfigResult.Loaded.class,
                        loaded -> assertThat(loaded.site().section(Pools.class)).contains(Pools.DEFAULT));
        assertThat(PoolLimits.DEFAULT).isEqualTo(new PoolLimits(Duration.ofMinutes(5), Duration.ofHours(1)));
    }

    @Test
    void readsEachProtocol() throws IOException {
        Pools expected = new Pools(
                new PoolLimits(Duration.ofSeconds(30), Duration.ofMinutes(10)),
                new PoolLimits(Duration.ofMinutes(1), Duration.ofHours(1)));

        assertThat(load("pools: { http: { idle: 30s, life: 10m }, ssh: { idle: 1m } }"))
                .isInstanceOfSatisfying(
                        ConfigResult.Loaded.class,
                        loaded -> assertThat(loaded.site().section(Pools.class)).contains(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pools: { http: { idle: 1s } } | idle",
                "pools: { ssh: { life: 2d } }  | life",
                "pools: { shh: { life: 2h } }  | ssh",
            })
    void pointsAtWhatIsWrong(String yaml, String named) throws IOException {
        assertThat(load(yaml))
                .isInstanceOfSatisfying(
                        ConfigResult.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .asString()
                                .contains(named));
    }

    private ConfigResult load(String yaml) throws IOException {
        Files.writeString(directory.resolve("site.yaml"), yaml);
        return new ConfigDirectory(directory, List.of(), List.of(new PoolsReader())).read();
    }
}
