package org.watchfloor.gate;

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
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.ConfigResult;

class BreakerPoliciesReaderTest {
    @TempDir
    private Path directory;

    @Test
    void saysWhatOperatorsTakeForGrantedIfNothingIsWritten() throws IOException {
        BreakerPolicies policies = read("groups: { web: {} }");

        assertThat(policies).isEqualTo(BreakerPolicies.DEFAULT);
        assertThat(policies.hosts().trip()).isEqualTo(new Trip.Consecutive(5, 2));
        assertThat(policies.hosts().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(policies.hosts().reset().after(3)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void readsEachKindOfGate() throws IOException {
        BreakerPolicies policies = read("""
                breakers:
                  hosts: { failures: 3, successes: 1, reset: 30s, growth: 2, at-most: 5m }
                  dependencies: { failures: 9 }
                  actions: { failures: 3 }
                  channels:
                    rate: { failed-percent: 25, slow-after: 5s, slow-percent: 80, last: 2m, minimum-calls: 4, trials: 2 }
                """);

        assertThat(policies.hosts().trip()).isEqualTo(new Trip.Consecutive(3, 1));
        assertThat(policies.hosts().reset()).isEqualTo(new Reset(Duration.ofSeconds(30), 2, Duration.ofMinutes(5)));
        assertThat(policies.ssh()).isEqualTo(BreakerPolicy.DEFAULT);
        assertThat(policies.dependencies().trip()).isEqualTo(new Trip.Consecutive(9, 2));
        assertThat(policies.actions().trip()).isEqualTo(new Trip.Consecutive(3, 1));
        assertThat(policies.actions().reset()).isEqualTo(BreakerPolicies.ACTIONS.reset());
        assertThat(policies.channels().trip())
                .isEqualTo(new Trip.Rate(new Trip.Window.Time(120), 25, 80, Duration.ofSeconds(5), 4, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "breakers: { hosts: { failures: 0 } }                        | failures",
                "breakers: { hosts: { growth: 0.5 } }                        | growth",
                "breakers: { channels: { rate: { failed-percent: 0 } } }     | failed-percent",
                "breakers: { channels: { rate: { slow-percent: 120 } } }     | slow-percent",
                "breakers: { hosts: { reset: 2d } }                          | reset",
                "breakers: { hosts: { rezet: 30s } }                         | reset",
                "breakers: { host: { reset: 30s } }                          | hosts",
            })
    void pointsAtWhatIsWrong(String yaml, String named) throws IOException {
        assertThat(problems(yaml)).singleElement().asString().contains(named);
    }

    private BreakerPolicies read(String yaml) throws IOException {
        return switch (load(yaml)) {
            case ConfigResult.Loaded(var site) ->
                site.section(BreakerPolicies.class).orElseThrow();
            case ConfigResult.Rejected rejected ->
                throw new AssertionError(rejected.problems().toString());
        };
    }

    private List<ConfigProblem> problems(String yaml) throws IOException {
        return switch (load(yaml)) {
            case ConfigResult.Loaded loaded -> List.of();
            case ConfigResult.Rejected rejected -> rejected.problems();
        };
    }

    private ConfigResult load(String yaml) throws IOException {
        Files.writeString(directory.resolve("site.yaml"), yaml);
        return new ConfigDirectory(directory, List.of(), List.of(new BreakerPoliciesReader())).read();
    }
}
