package org.watchfloor.ui.shell;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.watchfloor.ui.fx.Command;
import org.watchfloor.ui.fx.Shortcut;

/** Runs the first possible command whose key was hit. Keys that a focused control used itself, or text, are left to it. */
final class Keyboard {
    private final Supplier<List<Command>> commands;

    /** @param commands those that count now, the most specific first */
    Keyboard(Supplier<List<Command>> commands) {
        this.commands = commands;
    }

    void install(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> run(event, key -> key.worksWhileTyping() || isKept(event, scene.getFocusOwner())));
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED)) {
            scene.addEventHandler(type, event -> {
                if (!isTyping(scene.getFocusOwner()) || event.getCode() == KeyCode.ESCAPE) {
                    run(event, key -> true);
                }
            });
        }
    }

    /** Lists and tables take Esc for the end of an edit and keep it to themselves, also when nothing is edited. */
    private static boolean isKept(KeyEvent event, @Nullable Node focused) {
        return event.getCode() == KeyCode.ESCAPE
                && (focused instanceof ListView || focused instanceof TableView || focused instanceof TreeTableView);
    }

    private void run(KeyEvent event, Predicate<Shortcut> counts) {
        commands.get().stream()
                .filter(command -> command.key()
                        .filter(counts)
                        .filter(key -> key.matches(event))
                        .isPresent())
                .filter(Command::isPossible)
                .findFirst()
                .ifPresent(command -> run(event, command));
    }

    private static void run(Event event, Command command) {
        event.consume();
        command.run();
    }

    private static boolean isTyping(@Nullable Node focused) {
        return focused instanceof TextInputControl;
    }
}
