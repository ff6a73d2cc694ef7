package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.desktop.Popup;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.FakeEngine;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.PreferenceStore;
import org.watchfloor.ui.fx.Preferences;

/** The window itself: opened on an engine, fed by it, closed by a person. */
@Tag("ui")
class ConsoleTest {
    private final Worlds world = Worlds.troubled();
    private final FakeEngine engine = new FakeEngine(world.snapshot());
    private final ScheduledExecutorService background = Executors.newScheduledThreadPool(2);
    private final AtomicInteger closed = new AtomicInteger();
    private final Shelf shelf = new Shelf();
    private @Nullable Console console;
    private final Stage stage = Stages.onFx(() -> {
        Stage window = new Stage();
        new Waiting(window, List::of, closed::incrementAndGet).open(new Preferences(shelf));
        console = new Console(Consoles.parts(engine, new FakeHistory(), background, shelf), window);
        console.show(closed::incrementAndGet);
        return window;
    });

    @AfterEach
    void close() {
        Stages.close(stage);
        background.shutdownNow();
    }

    @Test
    void opensWithWhatTheEngineKnows() {
        assertThat(stage.isShowing()).isTrue();
        assertThat(stage.getTitle()).isEqualTo("Watchfloor");
        assertThat(text("#status-rate")).endsWith("/s");
    }

    @Test
    void showsWhatTheEnginePublishes() throws TimeoutException {
        engine.publish(world.resolve("web-7").resolve("mail-relay-2").snapshot());

        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> Stages.onFx(
                        () -> !stage.getScene().lookup("#unacknowledged").isVisible()));
        assertThat(engine.listeners()).isEqualTo(1);
    }

    @Test
    void closingTheWindowEndsTheSubscriptionAndRemembersTheSize() {
        Stages.onFx(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));

        assertThat(closed).hasValue(1);
        assertThat(engine.listeners()).isZero();
        assertThat(shelf.saved)
                .containsEntry(
                        "width", Long.toString(Math.round(stage.getScene().getWidth())));
    }

    @Test
    void popsUpUntilTheWindowIsClosed() {
        Console shown = Objects.requireNonNull(console);
        Notice notice = AlertScenes.notice("e-1", AlertScenes.DOWN);
        Popup popup = new Popup("web-7/front is down", false, false, Optional.empty());

        boolean before = shown.popUp(notice, popup);
        Stages.settle();
        Set<Node> cards = stage.getScene().getRoot().lookupAll(".popup-card");
        Stages.onFx(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));

        assertThat(before).isTrue();
        assertThat(cards).hasSize(1);
        assertThat(shown.popUp(notice, popup)).isFalse();
    }

    private String text(String selector) {
        return Stages.onFx(() -> ((Label) stage.getScene().lookup(selector)).getText());
    }

    /** Keeps what was saved last. */
    private static final class Shelf implements PreferenceStore {
        private final Map<String, String> saved = new HashMap<>(Map.of("width", "980", "height", "700"));

        @Override
        public Map<String, String> load() {
            return Map.copyOf(saved);
        }

        @Override
        public void save(Map<String, String> preferences) {
            saved.putAll(preferences);
        }
    }
}
