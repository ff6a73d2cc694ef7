package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values written as an operator would write them say what they said before. */
class EntryWriterTest {
    private static final String[] WORDS = {
        "a",
        "web-1",
        "null",
        "~",
        "true",
        "-",
        "- x",
        "? y",
        "#",
        " # ",
        ": ",
        ":",
        "'",
        "\"",
        "\\",
        "{",
        "[",
        "}",
        ",",
        "&a",
        "*a",
        "!!str",
        "%",
        "@",
        "`",
        "|",
        ">",
        "\n",
        "\r",
        "\t",
        "\u0000",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "é",
        "世",
        "🜁",
        " ",
        "<<",
        "---",
        "...",
        "=~\"web-.*\"",
        "\n\n",
        "\n  ",
        "{{subject}}"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "p95(latency, 5m) > 500ms and state != DOWN ¦ p95(latency, 5m) > 500ms and state != DOWN",
                "2026-03-28T22:00:00Z ¦ 2026-03-28T22:00:00Z",
                "web-* ¦ web-*",
                "*.example.org ¦ '*.example.org'",
                "host=~\"web-.*\" ¦ host=~\"web-.*\"",
                "{{subject}} is down: {{message}} ¦ '{{subject}} is down: {{message}}'",
                "it's: # ¦ \"it's: #\"",
                "null ¦ 'null'"
            })
    void quotesOnlyWhatNeedsIt(String text, String written) {
        assertThat(EntryWriter.lines("k", new Written.Text(text), 0)).containsExactly("k: " + written);
    }

    @Test
    void keepsLinesOfALongTextApart() {
        Written.Keys keys = Written.Keys.NONE.with("description", "one\n\n  two # not a comment\nthree");

        assertThat(EntryWriter.lines("id", keys, 2))
                .containsExactly(
                        "  id:", "    description: |-", "      one", "", "        two # not a comment", "      three");
    }

    @Test
    void writesListsAndWhatIsEmpty() {
        Written.Keys keys = Written.Keys.NONE
                .with("match", Written.Items.of(List.of("a=\"b\"", "c!~\"d\"")))
                .with("none", new Written.Items(List.of()))
                .with("on", Written.Keys.NONE);

        assertThat(EntryWriter.lines("id", keys, 0))
                .containsExactly("id:", "  match:", "    - a=\"b\"", "    - c!~\"d\"", "  none: []", "  on: {}");
    }

    @Test
    void saysWhateverIsWritten() {
        Random random = new Random(7);
        for (int round = 0; round < 4_000; round++) {
            Written.Keys keys = keys(random, 3);

            String text = String.join("\n", EntryWriter.lines("entry", keys, 0)) + "\n";

            Problems problems = new Problems();
            Yaml.Mapping root = ConfigFile.parse("x.yaml", text.getBytes(StandardCharsets.UTF_8), problems);
            assertThat(problems.sorted()).as(text).isEmpty();
            assertThat(root.written()).as(text).isEqualTo(Written.Keys.NONE.with("entry", keys));
        }
    }

    private static Written value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 1 : 4)) {
            case 0, 1 -> new Written.Text(text(random));
            case 2 -> {
                List<Written> items = new ArrayList<>();
                for (int count = random.nextInt(4); count > 0; count--) {
                    items.add(value(random, depth - 1));
                }
                yield new Written.Items(items);
            }
            default -> keys(random, depth - 1);
        };
    }

    private static Written.Keys keys(Random random, int depth) {
        Written.Keys keys = Written.Keys.NONE;
        for (int count = random.nextInt(4); count > 0; count--) {
            keys = keys.with(text(random), value(random, depth));
        }
        return keys;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(5); count >= 0; count--) {
            text.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
