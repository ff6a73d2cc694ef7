package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.testfx.util.WaitForAsyncUtils;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;

/** Pop-ups while the window of the console is in front, and while it is not. */
@Tag("ui")
class PopupPlacesTest {
    private static final String NOBODY_RESTORES = "a bare X server has no window manager that gives a window back";

    private final Consoles console = Consoles.on(Worlds.alarmed().snapshot());
    private final Stage stage = console.window();

    @AfterEach
    void close() {
        Stages.close(stage);
        console.close();
    }

    @Test
    void lieInTheWindowWhileItIsInFront() throws TimeoutException {
        await(stage::isFocused);

        popUp();

        assertThat(Stages.onFx(() -> corner().isPresent())).isFalse();
        assertThat(Stages.onFx(() -> inWindow().isVisible())).isTrue();
    }

    @Test
    void lieInTheCornerOfTheScreenWhileTheWindowIsMinimised() {
        minimise();

        popUp();

        assertThat(Stages.onFx(() -> corner().isPresent())).isTrue();
        assertThat(Stages.onFx(() -> inWindow().isVisible())).isFalse();
        assertThat(Stages.onFx(() -> corner().orElseThrow().getScene().getStylesheets()))
                .isEqualTo(Stages.onFx(() -> stage.getScene().getStylesheets()));
    }

    @Test
    @DisabledIfSystemProperty(named = "watchfloor.windows", matches = "true", disabledReason = NOBODY_RESTORES)
    void aClickInTheCornerOpensTheAlertInTheWindowInFront() throws TimeoutException {
        minimise();
        popUp();

        Stages.onFx(() -> corner().orElseThrow()
                .getScene()
                .getRoot()
                .lookup(".popup-card")
                .fireEvent(click()));

        await(() -> !stage.isIconified() && corner().isEmpty());
        assertThat(Stages.onFx(() -> ((Label) lookup("#alert-summary")).getText()))
                .isEqualTo("web-7/front is down: connection refused");
    }

    @Test
    @DisabledIfSystemProperty(named = "watchfloor.windows", matches = "true", disabledReason = NOBODY_RESTORES)
    void moveIntoTheWindowWithTheEyes() throws TimeoutException {
        minimise();
        popUp();

        Stages.onFx(() -> stage.setIconified(false));
        await(() -> corner().isEmpty());

        assertThat(Stages.onFx(() -> corner().isPresent())).isFalse();
        assertThat(Stages.onFx(() -> inWindow().isVisible())).isTrue();
    }

    @Test
    void saysHowThingsStandInOneLine() {
        assertThat(console.shell().viewModel().standing())
                .startsWith("3 hosts down, ")
                .endsWith(", 2 unacknowledged");
    }

    private void minimise() {
        Stages.onFx(() -> stage.setIconified(true));
        Stages.settle();
    }

    private void popUp() {
        Stages.onFx(() -> console.shell()
                .popUp(
                        AlertScenes.notice("e-1", AlertScenes.DOWN),
                        new org.watchfloor.notify.desktop.Popup(
                                "web-7/front is down", List.of("since 12:00"), false, false, Optional.empty())));
        Stages.settle();
    }

    private static void await(Callable<Boolean> onFx) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Stages.onFx(onFx));
        Stages.settle();
    }

    private static Optional<Window> corner() {
        return Window.getWindows().stream()
                .filter(window ->
                        window instanceof Popup && window.getScene().getRoot().lookup(".popup-card") != null)
                .findFirst();
    }

    private static MouseEvent click() {
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    private Node inWindow() {
        return lookup("#popups");
    }

    private Node lookup(String id) {
        return Objects.requireNonNull(stage.getScene().lookup(id), id);
    }
}
