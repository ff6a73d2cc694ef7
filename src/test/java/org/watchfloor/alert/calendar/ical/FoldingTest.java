package org.watchfloor.alert.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long lines and odd characters survive the way out and in. */
class FoldingTest {
    @Test
    void foldsAt75Octets() {
        assertThat(Folding.fold("x".repeat(75))).isEqualTo("x".repeat(75) + "\r\n");
        assertThat(Folding.fold("x".repeat(76))).isEqualTo("x".repeat(75) + "\r\n x\r\n");
        assertThat(Folding.fold("x".repeat(74) + "é")).isEqualTo("x".repeat(74) + "\r\n é\r\n");
        assertThat(Folding.fold("x".repeat(72) + "😀")).isEqualTo("x".repeat(72) + "\r\n 😀\r\n");
    }

    @ParameterizedTest
    @CsvSource({"'a,b;c', 'a\\,b\\;c'", "'C:\\tmp', 'C:\\\\tmp'", "'two\nlines', 'two\\nlines'", "'\r\n\r', '\\n\\n'"})
    void escapesTexts(String text, String escaped) {
        assertThat(Escaping.escape(text)).isEqualTo(escaped);
        assertThat(Escaping.unescape(escaped))
                .isEqualTo(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    @Test
    void toleratesEscapesThatAreNone() {
        assertThat(Escaping.unescape("a\\Nb\\:c\\")).isEqualTo("a\nb:c\\");
    }

    @Test
    void randomTextsComeBackAsTheyWere() {
        Random random = new Random(11);
        List<String> pieces = List.of(
                "a",
                " ",
                "\n",
                "\t",
                ";",
                ",",
                "\\",
                ":",
                "\"",
                "é",
                "日本",
                "😀",
                "👩‍🚒",
                "\\n",
                "🇩🇪",
                "x".repeat(30));
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder("begin");
            random.ints(random.nextInt(120), 0, pieces.size()).forEach(piece -> text.append(pieces.get(piece)));
            text.append("end");

            Lines lines = new Lines();
            String written = lines.addText("SUMMARY", text.toString()).text();

            assertThat(written.lines())
                    .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                    .noneMatch(line -> line.contains("\uFFFD"));
            List<ContentLine> read = new ArrayList<>();
            new Unfolding(new Notes()).read(written, read::add);
            assertThat(read).hasSize(1);
            assertThat(Escaping.unescape(read.getFirst().value())).isEqualTo(text.toString());
        }
    }

    @Test
    void keepsControlCharactersOut() {
        assertThat(Escaping.escape("a\u0000b\u001Bc\uD800d\u0085e")).isEqualTo("a?b?c?d?e");
    }
}
