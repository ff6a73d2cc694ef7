package org.watchfloor.ui.tray;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.FxThread;
import org.watchfloor.ui.fx.Palette;
import org.watchfloor.ui.fx.ShapePainter;

/**
 * Keeps an icon of the worst state in the tray of the desktop, from the moment when there is a tray. Begins a while after
 * the window is shown, so that it costs the start nothing; without a tray nothing is seen of it. FX thread only; the
 * desktop is spoken to on the background thread.
 */
public final class Tray {
    private static final Logger LOG = LoggerFactory.getLogger(Tray.class);
    private static final int FIRST_LOOK_SECONDS = 3;
    private static final int LOOK_AGAIN_SECONDS = 30;

    private final Palette colours;
    private final ScheduledExecutorService background;
    private final TrayActions actions;
    private volatile Drawn newest = new Drawn(new TrayStatus(State.UNKNOWN, "starting"), Optional.empty());
    private Optional<DesktopIcon> icon = Optional.empty();
    private Optional<ScheduledFuture<?>> looking = Optional.empty();

    /** @param colours lies in the scene of the window */
    public Tray(Palette colours, ScheduledExecutorService background, TrayActions actions) {
        this.colours = colours;
        this.background = background;
        this.actions = actions;
        colours.versionProperty().addListener((_, _, _) -> draw(newest.status()));
    }

    private record Drawn(TrayStatus status, Optional<Image> picture) {}

    /** Looks for a tray from now on. */
    public void open() {
        looking = Optional.of(background.scheduleWithFixedDelay(
                () -> DesktopIcon.find(actions).ifPresent(found -> FxThread.run(() -> place(found))),
                FIRST_LOOK_SECONDS,
                LOOK_AGAIN_SECONDS,
                TimeUnit.SECONDS));
    }

    public void show(TrayStatus status) {
        if (!status.equals(newest.status())) {
            draw(status);
        }
    }

    public void close() {
        stopLooking();
        icon.ifPresent(placed -> later(placed::remove));
        icon = Optional.empty();
    }

    private void place(DesktopIcon found) {
        if (looking.isPresent()) {
            stopLooking();
            icon = Optional.of(found);
            draw(newest.status());
        }
    }

    private void stopLooking() {
        looking.ifPresent(look -> look.cancel(false));
        looking = Optional.empty();
    }

    private void draw(TrayStatus status) {
        newest = new Drawn(status, icon.map(placed -> picture(status.worst(), placed.size())));
        icon.ifPresent(placed -> later(() -> {
            Drawn drawn = newest;
            drawn.picture()
                    .ifPresent(picture -> placed.show(picture, drawn.status().text()));
        }));
    }

    /** The shape of the state in its colour; whatever lies around it is the tray's. */
    private Image picture(State state, int size) {
        Canvas canvas = new Canvas(size, size);
        canvas.getGraphicsContext2D().setFill(colours.color(state));
        ShapePainter.draw(canvas.getGraphicsContext2D(), state, 0, 0, size);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return canvas.snapshot(clear, null);
    }

    private void later(Runnable work) {
        try {
            background.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("The tray is not kept up to date any more: {}", e.toString());
        }
    }
}
