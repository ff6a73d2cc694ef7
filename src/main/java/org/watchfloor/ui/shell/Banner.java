package org.watchfloor.ui.shell;

/**
 * Something wrong with Watchfloor itself, said across the screen until it is mended.
 *
 * @param screen where more about it can be read: the key of a screen
 */
public record Banner(Weight weight, String text, String screen) {
    /** How bad it is. */
    public enum Weight {
        WARNING,
        TROUBLE
    }
}
