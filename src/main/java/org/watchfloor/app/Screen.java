package org.watchfloor.app;

import java.util.Locale;

/** Tells whether a window can be opened, before JavaFX is loaded. */
final class Screen {
    private Screen() {}

    static boolean isPresent() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean needsDisplay = system.contains("linux") || system.contains("bsd");
        boolean drawsOffScreen = "Headless".equals(System.getProperty("glass.platform"));
        return !needsDisplay || drawsOffScreen || isSet("DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
