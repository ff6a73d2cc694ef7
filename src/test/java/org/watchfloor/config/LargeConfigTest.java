package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand checks, each from a fresh virtual machine, as at the start of the program. */
class LargeConfigTest {
    private static final int CHECKS = 10_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void loadsTenThousandChecks(int files) throws Exception {
        writeChecks(directory, files);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Load.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).startsWith("loaded 10000 checks in ");
        Duration took = Duration.ofMillis(Long.parseLong(output.replaceAll(".* in (\\d+) ms\\s*", "$1")));
        assertThat(took).as(output).isLessThan(Duration.ofSeconds(2));
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

    /** Loads one directory and says how much time the processor needed, whatever else the machine does. */
    static final class Load {
        private Load() {}

        public static void main(String[] args) {
            ConfigResult result = new ConfigDirectory(Path.of(args[0]), TestReaders.ALL).read();
            long took = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime())
                    .toMillis();
            switch (result) {
                case ConfigResult.Loaded(Site site) ->
                    System.out.println("loaded " + site.checks().size() + " checks in " + took + " ms");
                case ConfigResult.Rejected(List<ConfigProblem> problems) -> System.out.println(problems);
            }
        }
    }
}
