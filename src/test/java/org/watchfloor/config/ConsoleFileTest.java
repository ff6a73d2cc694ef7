package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console's file on a real disk. */
class ConsoleFileTest {
    private static final byte[] FIRST = bytes("alerts:\n  a: {}\n");
    private static final byte[] SECOND = bytes("alerts:\n  b: {}\n");

    @TempDir
    private Path directory;

    @Test
    void beginsWithItsHeaderAndKeepsTheVersionBefore() throws IOException {
        ConsoleFile file = new ConsoleFile(directory);

        assertThat(file.before()).isEmpty();
        assertThat(file.replace(ConsoleFile.begun(), FIRST)).isTrue();
        assertThat(file.replace(FIRST, SECOND)).isTrue();

        assertThat(directory.resolve("console.yaml")).hasBinaryContent(SECOND);
        ConsoleFile.Before before = file.before().orElseThrow();
        assertThat(before.bytes()).isEqualTo(FIRST);
        assertThat(before.successor()).isEqualTo(Digest.of(SECOND));
    }

    @Test
    void replacesNothingButWhatWasRead() throws IOException {
        ConsoleFile file = new ConsoleFile(directory);
        Files.write(directory.resolve("console.yaml"), FIRST);

        boolean replaced = file.replace(ConsoleFile.begun(), SECOND);

        assertThat(replaced).isFalse();
        assertThat(directory.resolve("console.yaml")).hasBinaryContent(FIRST);
        assertThat(directory).isDirectoryNotContaining("glob:**.{new,before}");
    }

    @Test
    void takesNoStrangersFileForTheVersionBefore() throws IOException {
        Files.writeString(directory.resolve("console.yaml.before"), "alerts: {}\n");

        assertThat(new ConsoleFile(directory).before()).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
