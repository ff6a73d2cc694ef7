package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.Hand;
import org.watchfloor.model.HostId;
import org.watchfloor.ui.GateScenes;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;

/** A person looks at breakers and puts a hand on one, in a window. */
@Tag("ui")
class BreakersJourneyTest {
    private final FxRobot robot = new FxRobot();
    private final Map<GateId, Breaker> known = new HashMap<>(GateScenes.present());
    private final Worlds world = Worlds.alarmed().gates(known);
    private final Consoles console = Consoles.on(world.snapshot());
    private final Stage stage = console.window();

    @BeforeEach
    void remember() {
        console.engine().gates().knows(GateScenes.moves());
    }

    @AfterEach
    void close() {
        Stages.close(stage);
        console.close();
    }

    @Test
    void keepsOneOpenWithAReasonAndResetsIt() {
        console.goTo("breakers");
        Stages.onFx(() -> console.shell().open(new Target.OfGate(GateScenes.DOWN)));
        Stages.settle();
        assertThat(text("#breaker-name")).isEqualTo("web-7");

        Stages.click(robot, "#breaker-keep-open");
        Stages.click(robot, "#breaker-confirm");
        assertThat(text("#breaker-problem")).isEqualTo("Say why: the next shift reads it.");
        Stages.click(robot, "#breaker-reason");
        robot.write("new disk").push(KeyCode.ENTER);
        Stages.settle();

        assertThat(console.engine().gates().told()).containsExactly("FORCED_OPEN host:web-7 by mara: new disk");
        assertThat(lookup("#breaker-form").isVisible()).isFalse();
        put(Hand.FORCED_OPEN);
        assertThat(text("#breaker-mark .gate-word")).isEqualTo("kept open");
        assertThat(text("#breaker-standing")).endsWith("until it is reset");
        assertThat(lookup("#breaker-keep-open").isDisabled()).isTrue();

        Stages.click(robot, "#breaker-reset");
        Stages.click(robot, "#breaker-reason");
        robot.write("mended").push(KeyCode.ENTER);
        Stages.settle();

        assertThat(console.engine().gates().told()).endsWith("OFF host:web-7 by mara: mended");
        known.computeIfPresent(GateScenes.DOWN, (_, breaker) -> breaker.reset(world.now()));
        console.show(world.gates(known).snapshot());
        assertThat(text("#breaker-mark .gate-word")).isEqualTo("closed");
    }

    @Test
    void asksForTheReasonByKeyAndTakesItBackByEsc() {
        console.goTo("breakers");
        Stages.onFx(() -> lookup("#breakers-table").requestFocus());

        robot.push(KeyCode.O);
        Stages.settle();
        assertThat(lookup("#breaker-form").isVisible()).isTrue();
        robot.write("r"); // is typed, not the key of Reset
        robot.push(KeyCode.ESCAPE);
        Stages.settle();

        assertThat(lookup("#breaker-form").isVisible()).isFalse();
        assertThat(console.engine().gates().told()).isEmpty();
    }

    @Test
    void leadsFromAHostToItsBreaker() {
        console.open(new Target.OfHost(new HostId("web-7")));

        robot.clickOn(robot.lookup("#detail-remarks .hyperlink")
                .match((Node node) -> "Breaker".equals(((javafx.scene.control.Hyperlink) node).getText()))
                .<Node>query());
        Stages.settle();

        assertThat(text("#screen-title")).isEqualTo("Breakers");
        assertThat(text("#breaker-name")).isEqualTo("web-7");
    }

    @Test
    void filtersWithTheCommonField() {
        console.goTo("breakers");

        Stages.onFx(() -> console.shell().viewModel().filterProperty().set("state:half-open"));
        Stages.settle();

        assertThat(Stages.onFx(() ->
                        ((TableView<?>) lookup("#breakers-table")).getItems().size()))
                .isOne();
        Stages.onFx(() -> console.shell().viewModel().filterProperty().set("state:ajar"));
        assertThat(text("#breakers-problem")).startsWith("no state is called \"ajar\"");
    }

    private void put(Hand hand) {
        known.computeIfPresent(GateScenes.DOWN, (_, breaker) -> breaker.set(hand));
        console.show(world.gates(known).snapshot());
        Stages.settle();
    }

    private String text(String id) {
        return Stages.onFx(() -> ((Label) lookup(id)).getText());
    }

    private Node lookup(String id) {
        return Objects.requireNonNull(stage.getScene().lookup(id), id);
    }
}
