package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One file for each rule; its first comment lines hold every problem that must be told, as {@code line:column: text}. */
class InvalidConfigTest {
    private static final Path FIXTURES = Path.of("src/test/resources/config");
    private static final String EXPECT = "# expect: ";
    private static final Set<String> RULES = Set.of(
            "address",
            "alive",
            "bytes",
            "bytes-range",
            "check-name",
            "choice",
            "deep-nesting",
            "dependency",
            "depends-on",
            "depends-on-cycle",
            "duplicate-key",
            "duration",
            "duration-range",
            "empty",
            "group",
            "instance-check",
            "instance-host",
            "integer",
            "integer-range",
            "list-for-text",
            "literal-secret",
            "merge-key",
            "missing",
            "name",
            "need",
            "no-probe",
            "no-value",
            "not-a-mapping",
            "number",
            "parent",
            "parent-cycle",
            "path",
            "pattern",
            "placeholder",
            "retry-above-every",
            "second-document",
            "secret-in-uri",
            "switch",
            "syntax",
            "tag",
            "template",
            "text-for-list",
            "text-for-map",
            "threshold-directions",
            "threshold-empty",
            "threshold-limit",
            "threshold-order",
            "timeout-built-in",
            "timeout-not-below-every",
            "two-probes",
            "undefined-alias",
            "unknown-key",
            "unknown-probe",
            "uri",
            "wrong-shape",
            "yaml-tag");

    @TempDir
    Path directory;

    static Stream<String> rules() {
        return RULES.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void tellsExactlyWhatIsWrong(String rule) throws IOException {
        Path fixture = FIXTURES.resolve("invalid-" + rule + ".yaml");
        Files.copy(fixture, directory.resolve("site.yaml"));

        ConfigResult result = new ConfigDirectory(directory, TestReaders.ALL).read();

        assertThat(result)
                .isInstanceOfSatisfying(
                        ConfigResult.Rejected.class,
                        rejected -> assertThat(rejected.problems().stream()
                                        .map(problem -> problem.toString().substring("site.yaml:".length())))
                                .containsExactlyElementsOf(expected(fixture)));
    }

    private static List<String> expected(Path fixture) {
        if (fixture.endsWith("invalid-empty.yaml")) { // there is no room for a comment in it
            return List.of("1:1: the file is empty; write something such as hosts:, or remove it");
        }
        try (Stream<String> lines = Files.lines(fixture)) {
            return lines.filter(line -> line.startsWith(EXPECT))
                    .map(line -> line.substring(EXPECT.length()))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void hasNoFixtureWithoutARule() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("invalid-"))
                            .map(name -> name.substring("invalid-".length(), name.length() - ".yaml".length()))
                            .collect(Collectors.toSet()))
                    .isEqualTo(RULES);
        }
    }
}
