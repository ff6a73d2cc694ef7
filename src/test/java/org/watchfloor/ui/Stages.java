package org.watchfloor.ui;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;
import org.watchfloor.ui.fx.FxThread;
import org.watchfloor.ui.fx.Theme;

/** The toolkit for tests: started once, on the headless platform or on a real display. */
public final class Stages {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private Stages() {}

    /** Starts the toolkit unless it runs. */
    public static void toolkit() {
        if (STARTED.compareAndSet(false, true)) {
            CompletableFuture<Void> up = new CompletableFuture<>();
            FxThread.startup(() -> {
                Theme.loadFonts();
                up.complete(null);
            });
            up.orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    /** Does the work on the FX thread and waits for it. */
    public static <T> T onFx(Callable<T> work) {
        toolkit();
        CompletableFuture<T> done = new CompletableFuture<>();
        FxThread.run(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) { // handed to the test, assertion errors included
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new AssertionError("on the FX thread: " + e, e.getCause() == null ? e : e.getCause());
        }
    }

    public static void onFx(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    /** Shows the root in a stage at 0,0, no larger than the headless screen. */
    public static Stage show(Parent root, Theme theme) {
        return onFx(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(root, 1000, 900);
            theme.apply(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            stage.requestFocus();
            return stage;
        });
    }

    /** Waits until all that was asked of the FX thread is done and laid out. */
    public static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Clicks what the query finds as soon as it lies in the window and no pane is sliding with it. */
    public static void click(FxRobot robot, String query) {
        awaitVisible(robot, query);
        robot.clickOn(query);
    }

    /** Waits until something with this text, or this selector, lies in the window, at rest. */
    public static void awaitVisible(FxRobot robot, String query) {
        try {
            WaitForAsyncUtils.waitFor(
                    10,
                    TimeUnit.SECONDS,
                    () -> onFx(() -> robot.lookup(query).queryAll().stream()
                            .anyMatch(node -> NodeQueryUtils.isVisible().test(node) && isAtRest(node))));
        } catch (TimeoutException e) {
            throw new AssertionError("not to be seen: " + query, e);
        }
        settle();
    }

    private static boolean isAtRest(Node node) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent)
                .allMatch(part -> part.getTranslateX() == 0);
    }

    public static void close(Stage stage) {
        onFx(stage::close);
    }
}
