package org.watchfloor.ui.fx;

/**
 * How a screen is called.
 *
 * @param key names it in preferences and pictures: {@code wall}
 * @param title stands above it
 * @param word stands below its icon in the rail; at most nine letters
 * @param icon literal of the Material Design 2 pack: {@code mdi2v-view-grid}
 */
public record ScreenName(String key, String title, String word, String icon) {}
