package org.watchfloor.recovery.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.recovery.Texts;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Values;

/** What becomes of hostile output. */
class CaptureTest {
    @TempDir
    private Path directory;

    private final StringBuilder live = new StringBuilder();

    @Test
    void tellsTheSameLiveAndAtTheEnd() {
        Capture capture = new Capture(Values.NONE, live::append);

        write(capture, "one\n");
        String soon = live.toString();
        write(capture, "two\n");

        assertThat(soon).isEqualTo("one\n");
        assertThat(capture.succeeded("exit code 0").output()).isEqualTo("one\ntwo\n");
        assertThat(live).hasToString("one\ntwo\n");
    }

    @Test
    void readsUtf8CutAnywhereAndReplacesWhatIsNone() {
        byte[] bytes = "é漢😀".getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            Capture capture = new Capture(Values.NONE, live::append);
            capture.write(bytes, 0, cut);
            capture.write(bytes, cut, bytes.length - cut);
            assertThat(capture.succeeded("").output()).isEqualTo("é漢😀");
        }
        Capture capture = new Capture(Values.NONE, live::append);
        capture.write(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xe6}, 0, 4);
        assertThat(capture.succeeded("").output()).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void replacesControlCharacters() {
        assertThat(captured(Values.NONE, "\u001b[31mred\0\u0007\t|\r\n|\r|\u0085"))
                .isEqualTo("\uFFFD[31mred\uFFFD\uFFFD\t|\n|\n|\uFFFD");
    }

    @Test
    void keepsBothEndsOfALongOutputAndTellsNoMiddle() {
        Capture capture = new Capture(Values.NONE, live::append);

        write(capture, "a".repeat(Capture.MOST));
        for (int i = 0; i < 1000; i++) {
            write(capture, "m".repeat(1000));
        }
        write(capture, "z".repeat(Capture.MOST));

        String output = capture.succeeded("").output();
        assertThat(output)
                .isEqualTo("a".repeat(Capture.MOST) + "\n… 1,000,000 characters are left out here …\n"
                        + "z".repeat(Capture.MOST));
        assertThat(live).hasToString(output);
    }

    @Test
    void leavesOutNothingOfWhatFits() {
        String text = "a" + "😀".repeat(Capture.MOST / 2) + "b".repeat(Capture.MOST - 2);

        assertThat(captured(Values.NONE, text).equals(text)).isTrue();
    }

    @Test
    void cutsNoCharacterInTwo() {
        String output = captured(Values.NONE, "a" + "😀".repeat(Capture.MOST * 2) + "b");

        assertThat(output.codePoints().filter(c -> c >= 0xd800 && c < 0xe000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "x", "a b", "it's", "p%ss\"w\\rd/+", "schlüssel", "ta\tb"})
    void hidesASecretInEveryFormCutAnywhere(String secret) throws Exception {
        Values values = Texts.secret(directory, secret);
        String url = Texts.text("http://h/{{secret.key}}", Language.URL)
                .render(values)
                .open()
                .substring("http://h/".length());
        String json =
                Texts.text("[\"{{secret.key}}\"]", Language.JSON).render(values).open();
        String shell =
                Texts.text("{{secret.key}}", Language.SHELL).render(values).open();
        String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        for (String form : new String[] {secret, url, json, shell, base64}) {
            byte[] bytes = ("<" + form + ">").getBytes(StandardCharsets.UTF_8);
            for (int cut = 0; cut <= bytes.length; cut++) {
                Capture capture = new Capture(values, live::append);
                capture.write(bytes, 0, cut);
                capture.write(bytes, cut, bytes.length - cut);
                assertThat(capture.succeeded("").output())
                        .as("%s cut at %d", form, cut)
                        .contains("•••")
                        .doesNotContain(secret, form.replaceAll("[\\[\\]\"=]", ""));
            }
        }
        assertThat(live).doesNotContain(secret);
    }

    @Test
    void hidesASecretThatOverlapsTheCutMiddle() throws Exception {
        Values values = Texts.secret(directory, "hunter2");
        for (int shift = 0; shift <= 8; shift++) {
            String text = "a".repeat(Capture.MOST - shift) + "hunter2" + "b".repeat(3 * Capture.MOST) + "hunter2"
                    + "c".repeat(Capture.MOST - shift);
            assertThat(captured(values, text)).doesNotContain("hun", "ter2");
        }
    }

    @Test
    void hidesSecretsInForeignWords() throws Exception {
        Capture capture = new Capture(Texts.secret(directory, "hunter2"), live::append);

        assertThat(capture.hide("no such\nkey: hunter2")).isEqualTo("no such key: •••");
    }

    @Test
    void dropsWhatComesAfterTheEnd() {
        Capture capture = new Capture(Values.NONE, live::append);
        write(capture, "in time");

        String output = capture.late(Duration.ofSeconds(30)).output();
        write(capture, "too late");

        assertThat(output).isEqualTo("in time");
        assertThat(capture.failed("").output()).isEqualTo("in time");
        assertThat(live).hasToString("in time");
    }

    @Test
    void saysHowLongItWas() {
        Capture capture = new Capture(Values.NONE, live::append);

        assertThat(capture.late(Duration.ofSeconds(30)).message())
                .isEqualTo("ended after 30 s, which is all that it gets");
        assertThat(capture.late(Duration.ofMinutes(90)).message())
                .isEqualTo("ended after 1 h 30 m, which is all that it gets");
    }

    private String captured(Values values, String text) {
        Capture capture = new Capture(values, live::append);
        write(capture, text);
        return capture.succeeded("").output();
    }

    private static void write(Capture capture, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        capture.write(bytes, 0, bytes.length);
    }
}
