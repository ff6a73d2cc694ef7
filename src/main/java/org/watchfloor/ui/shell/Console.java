package org.watchfloor.ui.shell;

import java.util.concurrent.CompletableFuture;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.desktop.Popup;
import org.watchfloor.ui.fx.FxThread;
import org.watchfloor.ui.fx.Preferences;
import org.watchfloor.ui.fx.PulseWatchdog;
import org.watchfloor.ui.fx.SnapshotFeed;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;
import org.watchfloor.ui.tray.Tray;
import org.watchfloor.ui.tray.TrayActions;
import org.watchfloor.ui.tray.TrayStatus;

/** The console in its window. Open it from any thread; everything else happens on the FX thread. */
public final class Console {
    private final ConsoleParts parts;
    private final Preferences preferences;
    private final Shell shell;
    private final Stage stage;
    private final Timeline ticking;
    private final Snapshots.Subscription subscription;
    private final PulseWatchdog watchdog;
    private final Tray tray;
    private volatile boolean closed;

    /** FX thread only. */
    Console(ConsoleParts parts, Stage stage) {
        this.parts = parts;
        this.stage = stage;
        preferences = new Preferences(parts.preferences());
        shell = new Shell(parts, preferences);
        Surroundings surroundings = parts.surroundings();
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
        watchdog = new PulseWatchdog(surroundings.background(), FxThread::run);
        tray = new Tray(
                shell.colours(),
                surroundings.background(),
                new TrayActions(shell::comeForward, this::showMissed, this::quit));
        show(parts.engine().snapshots().current());
        tick();
        SnapshotFeed<Snapshot> feed = new SnapshotFeed<>(this::show);
        subscription = parts.engine().snapshots().subscribe(feed::publish);
    }

    /**
     * Starts the toolkit, once; what is opened comes after it.
     *
     * @throws UnsupportedOperationException if there is no display
     */
    public static void startToolkit(Runnable started) {
        FxThread.startup(() -> {
            Theme.loadFonts();
            started.run();
        });
    }

    /**
     * Opens the window.
     *
     * @param onClose called once, on the FX thread, when the person closes the window
     * @return where pop-ups appear, when the window is shown; failed if it cannot be built
     */
    public static CompletableFuture<org.watchfloor.notify.desktop.Desk> open(ConsoleParts parts, Runnable onClose) {
        CompletableFuture<org.watchfloor.notify.desktop.Desk> shown = new CompletableFuture<>();
        FxThread.run(() -> shown.completeAsync(
                () -> {
                    Console console = new Console(parts, new Stage());
                    console.show(onClose);
                    console.tray.open();
                    return console::popUp;
                },
                Runnable::run));
        return shown;
    }

    void show(Runnable onClose) {
        Scene scene = new Scene(shell.root(), preferences.width(), preferences.height());
        shell.install(scene);
        stage.setTitle("Watchfloor");
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        shell.viewModel().kioskProperty().subscribe(stage::setFullScreen);
        stage.setOnCloseRequest(event -> {
            close();
            onClose.run();
        });
        ticking.setCycleCount(Animation.INDEFINITE);
        ticking.play();
        stage.show();
    }

    /** Callable from any thread. */
    boolean popUp(Notice notice, Popup popup) {
        if (closed) {
            return false;
        }
        FxThread.run(() -> shell.popUp(notice, popup));
        return true;
    }

    private void show(Snapshot snapshot) {
        shell.show(snapshot);
        tray.show(new TrayStatus(snapshot.all().state(), shell.viewModel().standing()));
    }

    private void showMissed() {
        shell.comeForward();
        shell.open(new Target.OfAway());
    }

    private void quit() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private void tick() {
        shell.tick(parts.surroundings().clock().instant());
    }

    private void close() {
        if (!stage.isFullScreen()) {
            preferences.windowClosed(
                    stage.getScene().getWidth(), stage.getScene().getHeight());
        }
        closed = true;
        shell.left();
        tray.close();
        ticking.stop();
        watchdog.close();
        subscription.close();
    }
}
