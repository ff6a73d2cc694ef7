package org.watchfloor.ui.fx;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Something that a person can do: what a button does, what the palette lists, what a key runs. FX thread only.
 *
 * @param title begins with a verb: {@code Check now}
 * @param possible whether it would do anything right now
 */
public record Command(String title, Optional<Shortcut> key, BooleanSupplier possible, Runnable action) {
    public static Command of(String title, Runnable action) {
        return new Command(title, Optional.empty(), () -> true, action);
    }

    /** @param key as {@link Shortcut#of} reads it: {@code R}, {@code Ctrl+K}, {@code F11} */
    public static Command of(String title, String key, Runnable action) {
        return new Command(title, Optional.of(Shortcut.of(key)), () -> true, action);
    }

    /** The same, offered only while the condition holds. */
    public Command when(BooleanSupplier condition) {
        return new Command(title, key, condition, action);
    }

    /** The key as printed on keyboards; empty if there is none. */
    public String keyText() {
        return key.map(Shortcut::text).orElse("");
    }

    public boolean isPossible() {
        return possible.getAsBoolean();
    }

    /** Does it if it is possible now. */
    public void run() {
        if (isPossible()) {
            action.run();
        }
    }
}
