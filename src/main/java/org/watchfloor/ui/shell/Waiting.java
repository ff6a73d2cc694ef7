package org.watchfloor.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.engine.EngineFigures.Step;
import org.watchfloor.notify.desktop.Desk;
import org.watchfloor.ui.fx.FxThread;
import org.watchfloor.ui.fx.PreferenceStore;
import org.watchfloor.ui.fx.Preferences;
import org.watchfloor.ui.fx.Theme;

/**
 * The window while the engine starts behind it: what has started, and what it waits for. The console takes its place in
 * the same window. Public methods can be called from any thread; everything else happens on the FX thread.
 */
public final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
    private static final Duration LOOKS = Duration.millis(100);

    private final Stage stage;
    private final Runnable onClose;
    private final VBox list = new VBox();
    private final Timeline looking;

    /** FX thread only. */
    Waiting(Stage stage, Supplier<List<Step>> steps, Runnable onClose) {
        this.stage = stage;
        this.onClose = onClose;
        looking = new Timeline(new KeyFrame(LOOKS, event -> show(steps.get())));
        looking.setCycleCount(Animation.INDEFINITE);
    }

    /**
     * Opens the window; once in a program, when the toolkit is up.
     *
     * @param steps asked ten times a second, on the FX thread
     * @param onClose called on the FX thread when the person closes the window, also when the console is in it
     * @return the window when it is shown
     */
    public static CompletableFuture<Waiting> open(
            PreferenceStore preferences, Supplier<List<Step>> steps, Runnable onClose) {
        CompletableFuture<Waiting> opened = new CompletableFuture<>();
        FxThread.run(() -> opened.completeAsync(
                () -> {
                    Theme.loadFonts();
                    Waiting waiting = new Waiting(new Stage(), steps, onClose);
                    waiting.open(new Preferences(preferences));
                    return waiting;
                },
                Runnable::run));
        return opened;
    }

    /** Puts the console into the window. The result tells where pop-ups appear; failed if the console cannot be built. */
    public CompletableFuture<Desk> giveWay(ConsoleParts parts) {
        CompletableFuture<Desk> shown = new CompletableFuture<>();
        FxThread.run(() -> shown.completeAsync(
                () -> {
                    looking.stop();
                    Console console = new Console(parts, stage);
                    console.show(onClose);
                    console.openTray();
                    return console::popUp;
                },
                Runnable::run));
        return shown;
    }

    /** FX thread only. */
    void open(Preferences preferences) {
        Scene scene = new Scene(root(), preferences.width(), preferences.height());
        preferences.themeProperty().get().apply(scene);
        stage.setTitle("Watchfloor");
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(event -> onClose.run());
        stage.setOnShown(event -> LOG.info("window shown"));
        looking.play();
        stage.show();
    }

    private Parent root() {
        Label name = new Label("Watchfloor");
        name.getStyleClass().add("heading");
        list.getStyleClass().add("start-steps");
        VBox middle = new VBox(name, list);
        middle.getStyleClass().add("start");
        middle.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane root = new StackPane(middle);
        root.setAlignment(Pos.CENTER);
        root.getStyleClass().add("shell");
        return root;
    }

    private void show(List<Step> steps) {
        List<Label> lines = new ArrayList<>();
        boolean reached = false;
        for (Step step : steps) {
            lines.add(line(step, reached));
            reached |= !isDone(step);
        }
        list.getChildren().setAll(lines);
    }

    private static Label line(Step step, boolean later) {
        if (isDone(step)) {
            return line("✓", step.name(), "start-done");
        }
        return later ? line("", step.name(), "muted") : line("…", step.name(), "strong");
    }

    private static Label line(String sign, String text, String style) {
        Label mark = new Label(sign);
        mark.getStyleClass().addAll("start-mark", style);
        Label line = new Label(text, mark);
        line.getStyleClass().add(style);
        return line;
    }

    private static boolean isDone(Step step) {
        return step.millis() > 0;
    }
}
