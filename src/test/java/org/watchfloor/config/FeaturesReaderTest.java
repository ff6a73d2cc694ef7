package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesReaderTest {
    @TempDir
    private Path directory;

    @Test
    void allIsOnUnlessSomebodySaysOtherwise() throws IOException {
        assertThat(Features.of(read("groups: { web: {} }"))).isEqualTo(Features.ALL);
        assertThat(Features.of(read("features: {}")).switchedOff()).isEmpty();
        assertThat(Features.of(read("features: { failover: false, breakers: false, metrics: true }"))
                        .switchedOff())
                .containsExactly("breakers", "failover");
    }

    @Test
    void pointsAtWhatItDoesNotKnow() throws IOException {
        assertThat(load("features: { failovr: false }"))
                .isInstanceOfSatisfying(
                        ConfigResult.Rejected.class,
                        rejected -> assertThat(rejected.problems().toString()).contains("1:13", "failover"));
        assertThat(load("features: { failover: 0 }")).isInstanceOf(ConfigResult.Rejected.class);
    }

    private Site read(String yaml) throws IOException {
        return ((ConfigResult.Loaded) load(yaml)).site();
    }

    private ConfigResult load(String yaml) throws IOException {
        Files.writeString(directory.resolve("site.yaml"), yaml);
        return new ConfigDirectory(directory, List.of(), List.of(new FeaturesReader())).read();
    }
}
