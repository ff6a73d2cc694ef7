package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and malicious files end as a problem with a place, quickly. */
class HostileYamlTest {
    private static List<String> messages(String yaml) {
        return ConfigNodes.parse(yaml).messages();
    }

    private static List<String> messages(byte[] yaml) {
        return ConfigNodes.parse(yaml, "x").messages();
    }

    @Test
    void pointsAtSyntaxErrors() {
        assertThat(messages("a: 1\n\tb: 2\n")).singleElement().asString().startsWith("2:1: this is not YAML: ");
        assertThat(messages("a: [1, 2\nb: 3\n"))
                .singleElement()
                .asString()
                .startsWith("2:2: this is not YAML: ")
                .contains("that begins in line 1");
        assertThat(messages("a: 'open\n")).singleElement().asString().startsWith("2:1: this is not YAML: ");
        assertThat(messages("a: b: c\n")).singleElement().asString().startsWith("1:5: this is not YAML: ");
    }

    @Test
    void refusesDuplicateKeysAndGoesOn() {
        assertThat(messages("a: 1\nb: 2\na: 3\n"))
                .contains("3:1: \"a\" is given twice, first at test.yaml:1:1; keep one of the two");
    }

    @Test
    void refusesASecondDocument() {
        assertThat(messages("a: 1\n---\nb: 2\n"))
                .containsExactly("2:1: a second document begins here; move it into a file of its own");
    }

    @Test
    void acceptsOneMarkedDocumentAndEmptyFiles() {
        assertThat(messages("%YAML 1.2\n---\n# nothing\n...\n")).isEmpty();
        assertThat(messages(" \n")).singleElement().asString().contains("the file is empty");
        assertThat(messages("\uFEFF# with a mark\n")).isEmpty();
    }

    @Test
    void refusesWhatIsNoMapping() {
        assertThat(messages("- a\n"))
                .containsExactly("1:1: the file is a list, not a mapping; begin it with a key such as hosts:");
    }

    @Test
    void refusesAliasBombs() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }

        assertThat(messages(bomb.toString()))
                .singleElement()
                .asString()
                .startsWith("7:")
                .contains("stands for more than 2000000 values");
    }

    @Test
    void refusesAliasesToThemselvesAndToNothing() {
        assertThat(messages("a: &x [*x]\n")).singleElement().asString().startsWith("1:8: the alias *x ");
        assertThat(messages("a: *x\n")).singleElement().asString().startsWith("1:4: the alias *x ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void refusesHugeNesting(String opening) {
        assertThat(messages(opening.repeat(200_000))).singleElement().asString().contains("nested more than 40 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!javax.script.ScriptEngineManager [x]", "!!str 1", "!local {a: b}"})
    void refusesTags(String value) {
        assertThat(messages("a: " + value))
                .containsExactly("1:4: YAML tags such as !!str have no meaning here; remove the tag");
    }

    @Test
    void refusesMergeKeysAndKeysThatAreNoTexts() {
        assertThat(messages("a: &a {b: 1}\nc:\n  <<: *a\n"))
                .singleElement()
                .asString()
                .startsWith("3:3: merge keys (<<)");
        assertThat(messages("? [a]\n: b\n"))
                .containsExactly("1:3: a key must be a single text; write one word before the colon");
    }

    @Test
    void refusesOtherEncodings() {
        assertThat(messages("a: 1".getBytes(StandardCharsets.UTF_16)))
                .containsExactly("1:1: the file is not UTF-8 here; save it as UTF-8");
        assertThat(messages("a: 1\nb: ä".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("2:4: the file is not UTF-8 here; save it as UTF-8");
        assertThat(messages("a: 1\nb: \u0000\n"))
                .containsExactly(
                        "2:4: the character U+0000 is not allowed in YAML; remove it, and save the file as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: \"\\UFFFFFFFF\"",
                "a: \"\\U00110000\"",
                "%YAML 9.9\n---\na: 1",
                "%YAML x\n---\na: 1",
                "a: !<%ZZ> b"
            })
    void refusesWhatTheEngineStumblesOver(String yaml) {
        assertThat(messages(yaml)).singleElement().asString().startsWith("1:").contains("this is not YAML");
    }
}
