package org.watchfloor.ui.fx;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Node;
import org.watchfloor.engine.Snapshot;

/** One screen of the console. FX thread only. */
public interface Screen {
    ScreenName name();

    /** Always the same node; made when first asked for. */
    Node view();

    /** Brings the screen up to date. Called at most once per frame while it is shown, and when it comes to be shown. */
    void show(Snapshot snapshot);

    /** How many things on it need a human, beside its icon; called for screens that are not shown too. */
    default OptionalInt badge(Snapshot snapshot) {
        return OptionalInt.empty();
    }

    /** What can be done here; a command's key works while the screen is shown. */
    default List<Command> commands() {
        return List.of();
    }

    /** What the filter field hints at; empty: the screen has nothing to filter. */
    default String filterHint() {
        return "";
    }

    /** The text of the filter field changed. */
    default void filter(String text) {}

    /** Chooses what the target names among what it lists; false if it lists nothing of that kind. */
    default boolean choose(Target target) {
        return false;
    }

    /** Where the keyboard goes when the screen comes to be shown. */
    default void focus() {
        view().requestFocus();
    }

    /** Whether a list lies on the left and what is chosen beside it: pop-ups then cover the end of the list. */
    default boolean isListOnTheLeft() {
        return false;
    }

    /** Looks of this screen that a kiosk shows one after the other; each brings the screen into that look. */
    default List<Runnable> kioskPages() {
        return List.of();
    }

    /** Called when another screen takes its place. */
    default void hidden() {}
}
