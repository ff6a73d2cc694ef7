package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.fx.Detail;
import org.watchfloor.ui.fx.Fxml;
import org.watchfloor.ui.fx.Theme;

@Tag("ui")
class DetailPaneTest {
    private final AtomicInteger closed = new AtomicInteger();
    private final DetailController controller = new DetailController(closed::incrementAndGet);
    private final Parent pane = Stages.onFx(() -> Fxml.load("detail-pane", controller));
    private final Stage stage = Stages.show(pane, Theme.DARK);

    @AfterEach
    void close() {
        Stages.close(stage);
    }

    @Test
    void takesNoRoomWhileNothingIsOpen() {
        assertThat(pane.isVisible()).isFalse();
        assertThat(pane.isManaged()).isFalse();
    }

    @Test
    void showsTheDetailUnderItsTitle() {
        Stages.onFx(() -> controller.open(new Hello()));

        assertThat(pane.isVisible()).isTrue();
        assertThat(((Label) pane.lookup("#detail-title")).getText()).isEqualTo("web-7");
        assertThat(pane.lookup("#hello")).isNotNull();
    }

    @Test
    void theButtonAsksToClose() {
        Stages.onFx(() -> controller.open(new Hello()));
        Stages.settle();

        Stages.click(new FxRobot(), "#close-detail");

        assertThat(closed).hasValue(1);
    }

    @Test
    void forgetsTheDetailWhenClosed() {
        Stages.onFx(() -> controller.open(new Hello()));

        Stages.onFx(controller::close);

        assertThat(pane.isVisible()).isFalse();
        assertThat(pane.lookup("#hello")).isNull();
    }

    private static final class Hello implements Detail {
        private final Label label = new Label("hello");

        Hello() {
            label.setId("hello");
        }

        @Override
        public String title() {
            return "web-7";
        }

        @Override
        public Node view() {
            return label;
        }

        @Override
        public void show(Snapshot snapshot) {
            label.setText("hello " + snapshot.sequence());
        }
    }
}
