package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand checks, in one file and in many. */
class LargeConfigTest {
    private static final int CHECKS = 10_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void loadsTenThousandChecks(int files) throws IOException {
        writeChecks(directory, files);

        ConfigResult result = new ConfigDirectory(directory, TestReaders.ALL).read();

        assertThat(result).isInstanceOfSatisfying(ConfigResult.Loaded.class, loaded -> {
            assertThat(loaded.site().checks()).hasSize(CHECKS);
            assertThat(loaded.site().checks()).extracting(Check::id).doesNotHaveDuplicates();
        });
    }

    private static void writeChecks(Path directory, int files) throws IOException {
        int hostsInFile = CHECKS / 10 / files;
        for (int file = 0; file < files; file++) {
            List<String> lines = new ArrayList<>(List.of("hosts:"));
            for (int host = 0; host < hostsInFile; host++) {
                lines.add("  host-%d-%d:".formatted(file, host));
                lines.add("    address: 192.0.2.10");
                lines.add("    tags: [edge, prod]");
                lines.add("    checks:");
                for (int check = 0; check < 10; check++) {
                    lines.add("      check-" + check + ":");
                    lines.add("        http:");
                    lines.add("          url: \"https://{host.address}/health/" + check + "\"");
                    lines.add("        every: 30s");
                    lines.add("        timeout: 5s");
                    lines.add("        thresholds: { latency: { degraded: \"> 500ms\", down: \"> 2s\" } }");
                }
            }
            Files.write(directory.resolve("hosts-" + file + ".yaml"), lines);
        }
    }
}
