package org.watchfloor.ui.shell;

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
import org.watchfloor.ui.tray.Tray;
import org.watchfloor.ui.tray.TrayActions;
import org.watchfloor.ui.tray.TrayStatus;

/** The console in its window. FX thread only, but for {@link #popUp}. */
final class Console {
    private final ConsoleParts parts;
    private final Preferences preferences;
    private final Shell shell;
    private final Stage stage;
    private final Timeline ticking;
    private final Snapshots.Subscription subscription;
    private final PulseWatchdog watchdog;
    private final Tray tray;
    private volatile boolean closed;

    /** @param stage open, with a scene whose content goes */
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

    /** Takes the place of what the window holds. */
    void show(Runnable onClose) {
        Scene scene = stage.getScene();
        scene.setRoot(shell.root());
        shell.install(scene);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        shell.viewModel().kioskProperty().subscribe(stage::setFullScreen);
        stage.setOnCloseRequest(event -> {
            close();
            onClose.run();
        });
        ticking.setCycleCount(Animation.INDEFINITE);
        ticking.play();
    }

    /** Puts an icon into the tray of the desktop, where there is one. */
    void openTray() {
        tray.open();
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
