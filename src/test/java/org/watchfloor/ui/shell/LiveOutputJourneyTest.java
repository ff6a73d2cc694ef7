package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.watchfloor.ui.RecoveryScenes;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;

/** A person watches what a step prints while it runs, in a window. */
@Tag("ui")
class LiveOutputJourneyTest {
    private static final String OUTPUT = ".step-box .fact-sheet";

    private final FxRobot robot = new FxRobot();
    private final Worlds world = RecoveryScenes.busy();
    private final Consoles console = Consoles.on(world.snapshot());
    private final Stage stage = console.window();

    @BeforeEach
    void watch() {
        RecoveryScenes.fill(console.engine().recovery());
        console.goTo("recovery");
        prints(40);
        Stages.onFx(() -> console.shell().open(new Target.OfAction(RecoveryScenes.RESTARTING)));
        prints(40);
        Stages.onFx(() -> ((ScrollPane) lookup("#action-scroll")).setVvalue(0.5));
        Stages.awaitVisible(robot, OUTPUT);
    }

    @AfterEach
    void close() {
        Stages.close(stage);
        console.close();
    }

    @Test
    void itsEndIsFollowedUntilSomebodyScrollsUpAndAgainFromTheBottom() {
        assertThat(place()).as("at its end from the beginning").isEqualTo(1);
        prints(60);
        assertThat(place()).as("at its end when more is printed").isEqualTo(1);

        robot.moveTo(OUTPUT).scroll(10, VerticalDirection.UP);
        Stages.settle();
        double left = top();
        assertThat(place()).isLessThan(0.9);
        prints(80);
        assertThat(top()).as("where the person reads").isCloseTo(left, within(1.0));
        assertThat(area().getText()).endsWith("line 80");

        robot.moveTo(OUTPUT).scroll(100, VerticalDirection.DOWN);
        Stages.settle();
        assertThat(place()).isEqualTo(1);
        prints(100);
        assertThat(place()).as("at its end again").isEqualTo(1);
    }

    /** So many lines in all, seen a second later. */
    private void prints(int lines) {
        console.engine()
                .recovery()
                .operations()
                .prints(IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> "line " + line + "\n")
                        .collect(Collectors.joining()));
        console.show(world.pass(Duration.ofSeconds(1)).snapshot());
        Stages.settle();
        Stages.settle();
    }

    /** From 0, the beginning, to 1, the end. */
    private double place() {
        return Stages.onFx(() -> pane().getVvalue() / pane().getVmax());
    }

    private double top() {
        return Stages.onFx(() -> area().getScrollTop());
    }

    private TextArea area() {
        return robot.lookup(OUTPUT).queryAllAs(TextArea.class).stream()
                .filter(TextArea::isVisible)
                .findFirst()
                .orElseThrow();
    }

    private ScrollPane pane() {
        return (ScrollPane) Objects.requireNonNull(area().lookup(".scroll-pane"));
    }

    private Node lookup(String id) {
        return Objects.requireNonNull(stage.getScene().lookup(id), id);
    }
}
