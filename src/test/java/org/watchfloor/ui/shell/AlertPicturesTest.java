package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.config.Site;
import org.watchfloor.model.Actor;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.desktop.Popup;
import org.watchfloor.notify.text.NoticeText;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;

/** Writes pictures of alerts in their other looks to {@code target/screens}. */
@Tag("pictures")
class AlertPicturesTest {
    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
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
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void popUpsOverTheWall(Theme theme) {
        try (Consoles console = Consoles.on(Worlds.alarmed().snapshot())) {
            Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
            popUpFive(console);
            Stages.settle();

            assertThat(Pictures.write(scene, "popups-" + name(theme))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void popUpsBesideADetail(Theme theme) {
        try (Consoles console = Consoles.on(Worlds.alarmed().snapshot())) {
            Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
            console.open(new Target.OfHost(new HostId("web-7")));
            popUpFive(console);
            Stages.settle();

            assertThat(Pictures.write(scene, "popups-detail-" + name(theme))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void popUpsOverTheListOfIncidents(Theme theme) {
        try (Consoles console = Consoles.on(Worlds.alarmed().snapshot())) {
            Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
            console.goTo("incidents");
            popUpFive(console);
            Stages.settle();

            assertThat(Pictures.write(scene, "popups-incidents-" + name(theme))).isNotEmptyFile();
        }
    }

    private static void popUpFive(Consoles console) {
        popUp(console, AlertScenes.notice("e-1", AlertScenes.OVER));
        popUp(console, AlertScenes.notice("e-2", AlertScenes.SLOW));
        popUp(
                console,
                AlertScenes.notice("e-3", Notice.Kind.RESOLVED, AlertScenes.OVER, AlertScenes.DOWN, AlertScenes.SLOW));
        popUp(console, AlertScenes.taken("e-4", new Actor("anna"), AlertScenes.OWNED));
        popUp(console, AlertScenes.notice("e-5", AlertScenes.CERTIFICATE));
    }

    private static void popUp(Consoles console, Notice notice) {
        Popup popup = new Popup(new NoticeText(ZoneOffset.UTC).headline(notice), false, false, Optional.empty());
        Stages.onFx(() -> console.shell().popUp(notice, popup));
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void anAlertBesideItsHost(Theme theme) {
        try (Consoles console = Consoles.on(Worlds.alarmed().snapshot())) {
            Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
            console.goTo("alerts");
            console.open(new Target.OfHost(new HostId("web-7")));

            assertThat(Pictures.write(scene, "alerts-host-" + name(theme))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void noChannelAtAll(Theme theme) {
        try (Consoles console = Consoles.on(Worlds.calm(Site.EMPTY).snapshot())) {
            console.goTo("channels");
            Scene scene = Pictures.scene(console.shell().root(), theme, 1280, 800);
            Stages.settle();

            assertThat(Pictures.write(scene, "channels-empty-" + name(theme))).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
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
