package org.watchfloor.ui.shell;

import java.util.List;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Preferences;
import org.watchfloor.ui.fx.Theme;

/** What a person can change of how the console looks and sounds. */
final class PreferenceCommands {
    private PreferenceCommands() {}

    static List<Command> of(Preferences preferences) {
        var theme = preferences.themeProperty();
        var sounds = preferences.soundsProperty();
        return List.of(
                Command.of("Switch to the light theme", () -> theme.set(Theme.LIGHT))
                        .when(() -> theme.get() == Theme.DARK),
                Command.of("Switch to the dark theme", () -> theme.set(Theme.DARK))
                        .when(() -> theme.get() == Theme.LIGHT),
                Command.of("Turn sounds off", () -> sounds.set(false)).when(sounds::get),
                Command.of("Turn sounds on", () -> sounds.set(true)).when(() -> !sounds.get()));
    }
}
