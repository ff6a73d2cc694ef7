package org.watchfloor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferenceFileTest {
    @TempDir
    private Path folder;

    @Test
    void remembersAcrossStarts() {
        Preferences first = new Preferences(file());
        first.themeProperty().set(Theme.LIGHT);
        first.soundsProperty().set(false);
        first.windowClosed(1_600, 1_000);

        Preferences second = new Preferences(file());

        assertThat(second.themeProperty().get()).isEqualTo(Theme.LIGHT);
        assertThat(second.soundsProperty().get()).isFalse();
        assertThat(second.width()).isEqualTo(1_600);
        assertThat(second.height()).isEqualTo(1_000);
    }

    @Test
    void aDamagedFileMeansDefaults() throws IOException {
        Files.writeString(folder.resolve("console.properties"), "theme=\\uZZZZ\nwidth=-5");

        Preferences preferences = new Preferences(file());

        assertThat(preferences.themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(preferences.width()).isEqualTo(1_440);
    }

    @Test
    void nonsenseInTheFileMeansDefaults() throws IOException {
        Files.writeString(
                folder.resolve("console.properties"), "theme=PINK\nwidth=-5\nheight=99999999999\nsounds=maybe");

        Preferences preferences = new Preferences(file());

        assertThat(preferences.themeProperty().get()).isEqualTo(Theme.DARK);
        assertThat(preferences.width()).isEqualTo(1_440);
        assertThat(preferences.height()).isEqualTo(900);
        assertThat(preferences.soundsProperty().get()).isTrue();
    }

    @Test
    void theNewestIsOnDiskWhicheverWriteComesLast() {
        Deque<Runnable> writes = new ArrayDeque<>();
        PreferenceFile file = new PreferenceFile(folder.resolve("console.properties"), writes::push);

        file.save(Map.of("theme", "LIGHT"));
        file.save(Map.of("theme", "DARK"));
        writes.forEach(Runnable::run);

        assertThat(file.load()).containsEntry("theme", "DARK");
    }

    @Test
    void aFolderThatIsGoneIsNoError() {
        PreferenceFile nowhere = new PreferenceFile(folder.resolve("gone/console.properties"), Runnable::run);

        nowhere.save(Map.of("theme", "LIGHT"));

        assertThat(nowhere.load()).isEmpty();
    }

    private PreferenceFile file() {
        return new PreferenceFile(folder.resolve("console.properties"), Runnable::run);
    }
}
