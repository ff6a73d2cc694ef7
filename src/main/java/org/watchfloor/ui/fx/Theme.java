package org.watchfloor.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The two looks of the console. FX thread only. */
public enum Theme {
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark", "Primer Dark"),
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light", "Primer Light");

    private static final List<String> FONTS = List.of(
            "Inter_400Regular",
            "Inter_500Medium",
            "Inter_600SemiBold",
            "Inter_700Bold",
            "JetBrainsMono_400Regular",
            "JetBrainsMono_600SemiBold");

    private final String base;
    private final String colours;
    private final String title;

    Theme(String base, String colours, String title) {
        this.base = base;
        this.colours = colours;
        this.title = title;
    }

    public String title() {
        return title;
    }

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    /** Dresses the scene, live; controls of all other windows follow. */
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(base);
        scene.getStylesheets().setAll(sheet(colours), sheet("theme"), sheet("screens"));
    }

    /** Makes the bundled fonts known; once, before anything is shown. */
    public static void loadFonts() {
        FONTS.forEach(name -> Font.loadFont(resource("/fonts/" + name + ".ttf").toExternalForm(), 13));
    }

    private static String sheet(String name) {
        return resource("/css/" + name + ".css").toExternalForm();
    }

    private static URL resource(String path) {
        return Objects.requireNonNull(Theme.class.getResource(path), path);
    }
}
