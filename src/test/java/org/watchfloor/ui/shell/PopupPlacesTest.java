package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
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
import org.watchfloor.model.Actor;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Notice;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;

/** Pop-ups while the window of the console is in front, and while it is not. */
@Tag("ui")
class PopupPlacesTest {
    private static final String NOBODY_RESTORES = "a bare X server has no window manager that gives a window back";

    private final Consoles console =
            Consoles.on(Worlds.alarmed().involving("web-7/front").snapshot());
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
    void lieAtTheBottomBesideTheDetailAndOverTheListOfWhatIsChosen() {
        console.open(new Target.OfHost(new HostId("web-7")));
        popUp();
        Bounds beside = bounds(inWindow());
        Bounds detail = bounds(lookup("#detail-pane"));

        console.goTo("alerts");
        Stages.settle();
        Bounds overTheList = bounds(inWindow());

        assertThat(beside.getMaxX()).isLessThanOrEqualTo(detail.getMinX());
        assertThat(beside.getMaxY())
                .isLessThanOrEqualTo(bounds(lookup("#floor")).getMaxY());
        assertThat(beside.getMinX()).isGreaterThan(bounds(lookup("#floor")).getMinX());
        assertThat(overTheList.getMinX()).isEqualTo(bounds(lookup("#floor")).getMinX());
        assertThat(overTheList.getMaxX())
                .isLessThan(bounds(lookup("#alert-scroll")).getMinX());
    }

    @Test
    void doNotTellTheOperatorWhatHeHasJustDoneHere() {
        popUp();
        console.open(new Target.OfAlert(AlertScenes.DOWN.id()));
        console.run("Acknowledge the chosen alerts");

        told(AlertScenes.taken("e-1", new Actor("mara"), AlertScenes.DOWN));

        assertThat(console.engine().alerts().told()).containsExactly("acknowledge [41] by mara: ");
        assertThat(titles()).isEmpty();
    }

    @Test
    void doNotTellHimOfTheAlertsThatGoWithTheIncidentHeHasTaken() {
        popUp();
        console.open(new Target.OfHost(new HostId("web-7")));
        console.run("Acknowledge the incident of web-7");

        told(AlertScenes.taken("e-1", new Actor("mara"), AlertScenes.DOWN));

        assertThat(titles()).isEmpty();
    }

    @Test
    void tellHimWhatOthersTakeAndWhatComesUnderHisNameThroughAnotherDoor() {
        told(AlertScenes.taken("e-1", new Actor("mara"), AlertScenes.DOWN));
        told(AlertScenes.taken("e-2", new Actor("anna"), AlertScenes.SLOW));

        assertThat(titles()).containsExactly("ACKNOWLEDGED by anna", "ACKNOWLEDGED by mara");
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
        popUp(AlertScenes.notice("e-1", AlertScenes.DOWN), "web-7/front is down");
    }

    private void told(Notice taken) {
        popUp(
                taken,
                "ACKNOWLEDGED by " + taken.alerts().getFirst().acknowledgedBy().orElseThrow());
    }

    private void popUp(Notice notice, String title) {
        Stages.onFx(() -> console.shell()
                .popUp(notice, new org.watchfloor.notify.desktop.Popup(title, false, false, Optional.empty())));
        Stages.settle();
    }

    private List<String> titles() {
        return Stages.onFx(() -> stage.getScene().getRoot().lookupAll(".popup-title").stream()
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private Bounds bounds(Node node) {
        return Stages.onFx(() -> node.localToScene(node.getLayoutBounds()));
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
