package org.watchfloor.recovery.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines of random shell syntax around a placeholder: whichever is taken runs nothing of a hostile value. */
class ShellPlaceTest {
    private static final int LINES = 40;
    private static final List<String> TOKENS = List.of(
            "'",
            "\"",
            "\\",
            "#",
            "\n",
            "$",
            "(",
            ")",
            "`",
            "<",
            "[",
            "]",
            "{",
            "}",
            " ",
            ": ",
            ";",
            "&&",
            "|",
            "=",
            "a",
            "echo ",
            "{{value}}",
            "{{value}}",
            " {{value}} ");
    private static final Vocabulary WORDS = new Vocabulary(Map.of("value", Meaning.TEXT));
    private static final List<String> HOSTILE = List.of(
            "'; touch proof; '",
            "$(touch proof)",
            "`touch proof`",
            "\ntouch proof\n",
            "\"; touch proof; \"",
            "\\'; touch proof #",
            "a[$(touch proof)]",
            ")) ; touch proof ; ((",
            "}; touch proof; {");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "/bin/bash"})
    void takesAPlaceholderOnlyWhereItStaysAWord(String shell) throws Exception {
        assumeTrue(Files.isExecutable(Path.of(shell)));
        Random random = new Random(20260105);
        int taken = 0;
        while (taken < LINES) {
            String line = Stream.generate(() -> TOKENS.get(random.nextInt(TOKENS.size())))
                    .limit(2 + random.nextInt(12))
                    .collect(Collectors.joining());
            Template.Parsed parsed = Template.parse(line, Language.SHELL, WORDS);
            if (line.contains("{{value}}") && parsed.faults().isEmpty()) {
                taken++;
                for (String value : HOSTILE) {
                    run(
                            shell,
                            parsed.template()
                                    .render(new Values(Map.of("value", value), Map.of()))
                                    .open());
                    assertThat(directory.resolve("proof"))
                            .as("%s with %s", line, value)
                            .doesNotExist();
                }
            }
        }
    }

    private void run(String shell, String line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(shell, "-c", line)
                .directory(directory.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + line);
        }
    }
}
