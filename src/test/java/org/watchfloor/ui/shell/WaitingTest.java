package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.watchfloor.engine.EngineFigures.Step;
import org.watchfloor.ui.FakeEngine;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.PreferenceStore;
import org.watchfloor.ui.fx.Preferences;

/** What the person sees from the launch until the engine runs. */
@Tag("ui")
class WaitingTest {
    private static final Step CONFIGURATION = new Step("configuration", 31, true, "");
    private static final Step STORE = new Step("store", 412, true, "");
    private static final Step ENGINE = new Step("engine", 0, false, "not started");
    private static final Step CONSOLE = new Step("console", 0, false, "not started");

    private volatile List<Step> steps = List.of();
    private final AtomicInteger closed = new AtomicInteger();
    private final ScheduledExecutorService background = Executors.newScheduledThreadPool(2);
    private final Stage stage = Stages.onFx(() -> new Stage());
    private final Waiting waiting = Stages.onFx(() -> new Waiting(stage, () -> steps, closed::incrementAndGet));

    @AfterEach
    void close() {
        Stages.close(stage);
        background.shutdownNow();
    }

    @Test
    void saysWhatHasStartedAndWhatItWaitsFor() throws TimeoutException {
        open();
        steps = List.of(CONFIGURATION, STORE, ENGINE, CONSOLE);

        await(() -> shown().equals(List.of("✓ configuration", "✓ store", "… engine", " console")));
    }

    @Test
    void makesRoomForTheConsoleInTheSameWindow() throws Exception {
        open();
        FakeEngine engine = new FakeEngine(Worlds.troubled().snapshot());
        waiting.giveWay(Consoles.parts(engine, new FakeHistory(), background, new Nothing()))
                .get(30, TimeUnit.SECONDS);

        assertThat(stage.isShowing()).isTrue();
        assertThat(stage.getScene().lookup("#wall")).isNotNull();
        assertThat(stage.getScene().lookup(".start-steps")).isNull();
    }

    @Test
    void closingItEndsTheStart() {
        open();
        Stages.onFx(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));

        assertThat(closed).hasValue(1);
    }

    private void open() {
        Stages.onFx(() -> waiting.open(new Preferences(new Nothing())));
    }

    private List<String> shown() {
        return Stages.onFx(() -> stage.getScene().getRoot().lookupAll(".start-steps > .label").stream()
                .map(Label.class::cast)
                .map(line -> ((Label) line.getGraphic()).getText() + " " + line.getText())
                .toList());
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    }

    /** Likes nothing and remembers nothing. */
    private static final class Nothing implements PreferenceStore {
        @Override
        public Map<String, String> load() {
            return Map.of();
        }

        @Override
        public void save(Map<String, String> preferences) {
            // nobody asks for it again
        }
    }
}
