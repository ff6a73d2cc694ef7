package org.watchfloor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.watchfloor.config.Secret;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Meaning;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;
import org.watchfloor.recovery.text.Vocabulary;

/** Texts with {@code {{value}}} and {@code {{secret.key}}}, and what those stand for. */
public final class Texts {
    private static final Vocabulary WORDS =
            new Vocabulary(Map.of("value", Meaning.TEXT, "secret.key", Meaning.SECRET, "address", Meaning.ADDRESS));

    private Texts() {}

    public static Template text(String written, Language language) {
        Template.Parsed parsed = Template.parse(written, language, WORDS);
        assertThat(parsed.faults()).isEmpty();
        return parsed.template();
    }

    public static Values value(String value) {
        return new Values(Map.of("value", value), Map.of());
    }

    /** Written to a file of the directory. */
    public static Values secret(Path directory, String secret) throws IOException {
        Path file = Files.writeString(directory.resolve("key"), secret + "\n");
        return new Values(Map.of(), Map.of("secret.key", new Secret.File(file)));
    }

    /** Each of them makes the file {@code proof} in the working directory, if it is more than a word. */
    public static Stream<String> hostile() {
        return Stream.of(
                "",
                "-rf",
                "it's \"quoted\"",
                "'; touch proof; '",
                "\"; touch proof; \"",
                "$(touch proof)",
                "`touch proof`",
                "; touch proof",
                "a\ntouch proof\nb",
                "'\\''; touch proof #",
                "\\",
                "%s%n",
                "é漢😀");
    }
}
