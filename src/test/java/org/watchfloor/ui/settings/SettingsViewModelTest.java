package org.watchfloor.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Place;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.PreferenceStore;
import org.watchfloor.ui.fx.Preferences;

class SettingsViewModelTest {
    private final Worlds world = Worlds.troubled();
    private final SettingsViewModel settings = new SettingsViewModel(
            new Installation(Path.of("conf"), Path.of("data"), "1"),
            new Preferences(new NoStore()),
            new Formats(ZoneOffset.UTC));

    @Test
    void saysWhatIsInForce() {
        settings.show(world.snapshot());

        assertThat(settings.inForceProperty().get())
                .isEqualTo("60 hosts, 161 checks, 4 services, in force since 09:35:49 UTC");
        assertThat(settings.verdictProperty().get()).isEqualTo("The files on disk are in force.");
    }

    @Test
    void listsEveryProblemForTheClipboard() {
        world.problem(new ConfigProblem(new Place("a.yaml", 3, 5), "unknown key \"adress\"", "write \"address\""));
        world.problem(new ConfigProblem(new Place("b.yaml", 1, 1), "the file is empty", "remove it"));

        settings.show(world.snapshot());

        assertThat(settings.problemsText())
                .isEqualTo(
                        "a.yaml:3:5: unknown key \"adress\"; write \"address\"\nb.yaml:1:1: the file is empty; remove it");
        assertThat(settings.verdictProperty().get()).startsWith("The files on disk are not in force: 2 problems");
    }

    private static final class NoStore implements PreferenceStore {
        @Override
        public Map<String, String> load() {
            return Map.of();
        }

        @Override
        public void save(Map<String, String> preferences) {}
    }
}
