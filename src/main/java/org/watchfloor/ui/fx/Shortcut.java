package org.watchfloor.ui.fx;

import java.util.Locale;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A key that runs a command. Single characters are matched as typed, so they work on every keyboard layout; all others
 * as pressed. Immutable.
 */
public sealed interface Shortcut {
    /** @param key a single character such as {@code r} or {@code /}, or as {@link KeyCombination#valueOf} reads it */
    static Shortcut of(String key) {
        return key.length() == 1 ? new Typed(key.toLowerCase(Locale.ROOT)) : new Pressed(KeyCombination.valueOf(key));
    }

    /** True for a {@code KEY_TYPED} or {@code KEY_PRESSED} event of this key. */
    boolean matches(KeyEvent event);

    /** As printed on keyboards: {@code R}, {@code Ctrl+K}. */
    String text();

    /** True if it may be pressed while text is typed without losing a character. */
    boolean worksWhileTyping();

    /** A character without Ctrl, Alt or Meta. */
    record Typed(String character) implements Shortcut {
        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_TYPED
                    && event.getCharacter().equalsIgnoreCase(character)
                    && !event.isControlDown()
                    && !event.isAltDown()
                    && !event.isMetaDown();
        }

        @Override
        public String text() {
            return character.toUpperCase(Locale.ROOT);
        }

        @Override
        public boolean worksWhileTyping() {
            return false;
        }
    }

    /** A key with or without modifiers. */
    record Pressed(KeyCombination combination) implements Shortcut {
        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_PRESSED && combination.match(event);
        }

        @Override
        public String text() {
            return combination.getDisplayText();
        }

        @Override
        public boolean worksWhileTyping() {
            return combination.getControl() == KeyCombination.ModifierValue.DOWN
                    || combination.getShortcut() == KeyCombination.ModifierValue.DOWN
                    || combination.getName().matches("F\\d+");
        }
    }
}
