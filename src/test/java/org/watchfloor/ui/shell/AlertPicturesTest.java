package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.watchfloor.alert.Alert;
import org.watchfloor.config.Site;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.desktop.Popup;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;

/** Writes pictures of alerts in their other looks to {@code target/screens}. */
@Tag("ui")
class AlertPicturesTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void allPresentAlerts(Theme theme) {
        Worlds world = Worlds.alarmed();
        try (Consoles console = Consoles.on(world.snapshot())) {
            AlertScenes.fill(console.engine().alerts());
            console.goTo("alerts");
            console.run("List the alerts of the last 24 hours");
            Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
            console.run("Next alert");
            Stages.settle();

            assertThat(Pictures.write(scene, "alerts-day-" + name(theme))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void popUpsOverTheWall(Theme theme) {
        try (Consoles console = Consoles.on(Worlds.alarmed().snapshot())) {
            Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
            int number = 0;
            for (Alert alert : List.of(AlertScenes.OVER, AlertScenes.SLOW, AlertScenes.DOWN, AlertScenes.CERTIFICATE)) {
                Notice notice = AlertScenes.notice("e-" + number++, alert);
                Popup popup = new Popup(
                        alert.said().summary(),
                        List.of("since " + alert.since(), "pager-mara is told next"),
                        false,
                        false,
                        Optional.empty());
                Stages.onFx(() -> console.shell().popUp(notice, popup));
            }
            Stages.settle();

            assertThat(Pictures.write(scene, "popups-" + name(theme))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void anAlertBesideItsHost(Theme theme) {
        try (Consoles console = Consoles.on(Worlds.alarmed().snapshot())) {
            Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
            console.goTo("alerts");
            console.open(new Target.OfHost(new HostId("web-7")));

            assertThat(Pictures.write(scene, "alerts-host-" + name(theme))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void noChannelAtAll(Theme theme) {
        try (Consoles console = Consoles.on(Worlds.calm(Site.EMPTY).snapshot())) {
            console.goTo("channels");
            Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
            Stages.settle();

            assertThat(Pictures.write(scene, "channels-empty-" + name(theme))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void noAlertAtAll(Theme theme) {
        try (Consoles console = Consoles.on(Worlds.calm(Site.EMPTY).snapshot())) {
            console.goTo("alerts");
            Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
            Stages.settle();

            assertThat(Pictures.write(scene, "alerts-empty-" + name(theme))).isNotEmptyFile();
        }
    }

    private static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT) + "-1280x800";
    }
}
