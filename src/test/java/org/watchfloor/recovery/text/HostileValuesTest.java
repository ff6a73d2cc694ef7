package org.watchfloor.recovery.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real shells and a real process get hostile values, and see nothing but one word. */
class HostileValuesTest {
    private static final Vocabulary WORDS = new Vocabulary(Map.of("value", Meaning.TEXT));
    private static final int LONGEST_ARGUMENT = 50_000;

    @TempDir
    private Path directory;

    static Stream<String> hostile() {
        String touch = "touch \"$PROOF\"";
        return Stream.of(
                "",
                " ",
                "*",
                "~",
                "-rf",
                "'; " + touch + "; '",
                "'\\''; " + touch + "; '",
                "\\'; " + touch + " #",
                "\\",
                "'\\",
                "\"; " + touch + "; \"",
                "$(" + touch + ")",
                "`" + touch + "`",
                "${IFS}$PATH",
                "a\n" + touch + "\nb",
                "a\r\nb",
                "\n",
                "; " + touch,
                "| " + touch,
                "&& " + touch,
                "> proof",
                "!!",
                "%0d%0a%00",
                "\u001b[2J\u2028é😀",
                "a[$(" + touch + ")]",
                "'\"'\"'$(" + touch + ")'\"'\"'",
                "x".repeat(LONGEST_ARGUMENT));
    }

    static List<String> shells() {
        return Stream.of("/bin/sh", "/bin/dash", "/bin/bash", "/usr/bin/fish", "/bin/zsh")
                .filter(shell -> Files.isExecutable(Path.of(shell)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isOneWordForAShell(String value) throws Exception {
        for (String shell : shells()) {
            String command = render("printf '%s|' {{value}} a{{value}}z; printf end", Language.SHELL, value);

            assertThat(run(List.of(shell, "-c", command), "")).as(shell).isEqualTo(value + "|a" + value + "z|end");
            assertThat(directory.resolve("proof")).as(shell).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void survivesTheDetourOverAVariable(String value) throws Exception {
        String command = render("v={{value}}; printf '%s|' \"$v\" $(printf end)", Language.SHELL, value);

        assertThat(run(List.of("/bin/sh", "-c", command), "")).isEqualTo(value + "|end|");
        assertThat(directory.resolve("proof")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isOneArgumentOfAProcess(String value) throws Exception {
        String argument = render("{{value}}", Language.ARGUMENT, value);

        assertThat(run(List.of("/usr/bin/printf", "%s|", argument, "end"), "")).isEqualTo(value + "|end|");
        assertThat(directory.resolve("proof")).doesNotExist();
    }

    @Test
    void isOneWordEvenWhenItIsAMegabyteLong() throws Exception {
        String value = "'; touch \"$PROOF\"; '\\".repeat(50_000);

        String script = render("printf %s {{value}}", Language.SHELL, value);

        assertThat(run(List.of("/bin/sh"), script)).isEqualTo(value);
        assertThat(directory.resolve("proof")).doesNotExist();
    }

    @Test
    void refusesANulCharacterEverywhere() {
        for (Language language : Language.values()) {
            assertThatThrownBy(() -> language.encode("value", "a\0b")).hasMessageContaining("NUL");
        }
    }

    private static String render(String text, Language language, String value) throws NotRendered {
        Template.Parsed parsed = Template.parse(text, language, WORDS);
        assertThat(parsed.faults()).isEmpty();
        return parsed.template()
                .render(new Values(Map.of("value", value), Map.of()))
                .open();
    }

    private String run(List<String> argv, String stdin) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(argv).directory(directory.toFile());
        builder.environment().put("PROOF", directory.resolve("proof").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Path input = Files.writeString(directory.resolve("stdin"), stdin);
        Process process = builder.redirectInput(input.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(errors).isZero();
        return output;
    }
}
