package org.watchfloor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.ConfigResult;

class CallLimitsReaderTest {
    @TempDir
    private Path directory;

    @Test
    void limitsNothingIfNothingIsWritten() throws IOException {
        assertThat(read("groups: { web: {} }")).isEqualTo(CallLimits.NONE);
    }

    @Test
    void readsEachPlace() throws IOException {
        CallLimits limits = read("""
                limits:
                  hosts:
                    rate: { calls: 20, per: 2s, wait: 10s }
                  protocols:
                    ssh: { concurrent: 16, queue: 200, wait: 10s, rate: { calls: 50 } }
                    http: { queue: 0 }
                  channels: { concurrent: 4 }
                """);

        assertThat(limits.hosts()).contains(new CallRate(20, Duration.ofSeconds(2), Duration.ofSeconds(10)));
        assertThat(limits.of("ssh"))
                .isEqualTo(new CallLimit(
                        OptionalInt.of(16),
                        OptionalInt.of(200),
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.of(new CallRate(50, Duration.ofSeconds(1), Duration.ofSeconds(5)))));
        assertThat(limits.of("http").queue()).hasValue(0);
        assertThat(limits.of("tcp")).isEqualTo(CallLimit.NONE);
        assertThat(limits.channels().concurrent()).hasValue(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits: { hosts: { rate: { per: 1s } } }                   | calls",
                "limits: { hosts: { rate: { calls: 0 } } }                  | calls",
                "limits: { hosts: { rate: { calls: 5, wait: 1h } } }        | wait",
                "limits: { hosts: { concurrent: 5 } }                       | concurrent",
                "limits: { protocols: { shh: { concurrent: 5 } } }          | ssh",
                "limits: { protocols: { ssh: { concurrent: 20000 } } }      | concurrent",
                "limits: { channels: { queue: 5 } }                         | queue",
            })
    void pointsAtWhatIsWrong(String yaml, String named) throws IOException {
        assertThat(problems(yaml)).singleElement().asString().contains(named);
    }

    private CallLimits read(String yaml) throws IOException {
        return switch (load(yaml)) {
            case ConfigResult.Loaded(var site) -> site.section(CallLimits.class).orElseThrow();
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
        return new ConfigDirectory(directory, List.of(), List.of(new CallLimitsReader())).read();
    }
}
