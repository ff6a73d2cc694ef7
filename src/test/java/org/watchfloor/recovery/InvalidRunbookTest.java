package org.watchfloor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.config.ConfigResult;

/** One file for each rule; its first comment lines hold every problem that must be told, as {@code line:column: text}. */
class InvalidRunbookTest {
    private static final String EXPECT = "# expect: ";
    private static final List<String> RULES = List.of(
            "ask-answers",
            "ask-go-on",
            "breaker-gate",
            "breaker-host",
            "check-time",
            "check-unknown",
            "command-empty",
            "command-env",
            "command-program",
            "command-secret",
            "command-shell",
            "concurrency",
            "drain",
            "empty-scope",
            "failover-service",
            "failover-word",
            "failure-type",
            "http-get-body",
            "http-header",
            "http-json",
            "http-login",
            "http-not-json",
            "http-retry",
            "http-server",
            "http-status",
            "http-two-bodies",
            "http-url",
            "literal-secret",
            "maintenance-both",
            "maintenance-neither",
            "no-kind",
            "no-proof",
            "no-scope",
            "no-steps",
            "notify-channel",
            "notify-nobody",
            "parameter-bound",
            "parameter-bounds",
            "parameter-choices",
            "parameter-default",
            "parameter-name",
            "parameter-option",
            "parameter-optional",
            "parameter-spelling",
            "parameter-stray",
            "pin",
            "placeholder",
            "placeholder-end",
            "proof-both",
            "proof-check",
            "proof-reason",
            "proof-time",
            "quoted-placeholder",
            "restart-unit",
            "retry-both",
            "retry-cap",
            "retry-policy",
            "retry-range",
            "retry-reason",
            "retry-status",
            "rollback-empty",
            "safe-dangerous",
            "scope-check",
            "scope-glob",
            "scope-host",
            "scope-service",
            "secret-from",
            "shown-secret",
            "ssh-arguments",
            "ssh-both",
            "ssh-command",
            "ssh-host",
            "ssh-passphrase",
            "step-timeout",
            "substituted-placeholder",
            "two-kinds",
            "two-person",
            "unknown-key",
            "unknown-kind",
            "when-check",
            "when-days",
            "when-host",
            "when-no-state",
            "when-nothing",
            "when-of",
            "when-of-nothing",
            "when-of-unknown",
            "when-service",
            "when-state",
            "when-subject",
            "when-time",
            "when-two",
            "when-zone");

    @TempDir
    private Path directory;

    static Stream<String> rules() {
        return RULES.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void tellsExactlyWhatIsWrong(String rule) throws IOException {
        String fixture = Files.readString(Books.FIXTURES.resolve("invalid-" + rule + ".yaml"));

        ConfigResult result = Books.read(directory, fixture);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ConfigResult.Rejected.class,
                        rejected -> assertThat(rejected.problems().stream()
                                        .map(problem -> problem.toString().substring("runbooks.yaml:".length())))
                                .containsExactlyElementsOf(fixture.lines()
                                        .filter(line -> line.startsWith(EXPECT))
                                        .map(line -> line.substring(EXPECT.length()))
                                        .toList()));
    }

    @Test
    void hasNoFixtureWithoutARule() throws IOException {
        try (Stream<Path> files = Files.list(Books.FIXTURES)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("invalid-"))
                            .map(name -> name.substring("invalid-".length(), name.length() - ".yaml".length()))
                            .sorted())
                    .isEqualTo(RULES);
        }
    }
}
