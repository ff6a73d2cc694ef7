package org.watchfloor.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void showsControlCharactersInsteadOfObeyingThem() {
        assertThat(SafeText.line("\u001b[31mred\u0007 \u0085", 100)).isEqualTo("\\x1b[31mred\\x07 \\u0085");
    }

    @Test
    void showsCharactersThatReorderOrHideText() {
        assertThat(SafeText.line("a\u202etxt.exe\u2066\u200b", 100)).isEqualTo("a\\u202etxt.exe\\u2066\\u200b");
    }

    @Test
    void showsHalfCharacters() {
        assertThat(SafeText.line("x\ud83d", 100)).isEqualTo("x\\ud83d");
    }

    @Test
    void keepsLettersOfAllScripts() {
        assertThat(SafeText.line("Größe 温度 ✓ 😀", 100)).isEqualTo("Größe 温度 ✓ 😀");
    }

    @Test
    void aLineHasNoBreaks() {
        assertThat(SafeText.line("one\r\ntwo\tthree\n", 100)).isEqualTo("one two three");
    }

    @Test
    void aBlockKeepsItsBreaks() {
        assertThat(SafeText.block("one\r\n\ttwo\rthree", 100)).isEqualTo("one\n    two\\x0dthree");
    }

    @Test
    void saysHowMuchIsLeftOut() {
        assertThat(SafeText.line("x".repeat(5_000), 10)).isEqualTo("xxxxxxxxxx … 4,990 more characters");
    }
}
