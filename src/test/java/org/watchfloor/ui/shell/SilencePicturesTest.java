package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.config.Site;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Sites;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;

/** Writes pictures of silences and maintenance to {@code target/screens}. */
@Tag("pictures")
class SilencePicturesTest {
    private static final String NOTHING = "people: {}";
    private static final String PLANS = """
            silences:
              disk-move: { match: host="db-8", from: 2026-11-20T06:00, until: 2026-11-20T18:00, author: mara, reason: data moves to the new volume }
              printer: { match: ["host=printer-3rd-floor", "rule=down"], from: 2026-11-23T08:00, until: 2026-11-23T12:00, author: jonas, reason: new toner }
              flood: { match: host=~"edge-.*", from: 2026-11-16T03:00, until: 2026-11-18T07:30, author: jonas, reason: the provider mends its ring }
            maintenance:
              vpn: { title: VPN gateway update, from: 2026-11-20T11:00, to: 2026-11-20T13:00, hosts: vpn-gateway, reason: new firmware }
              patches: { title: Patches of the web servers, rrule: FREQ=WEEKLY;BYDAY=TU, from: 2026-01-06T22:00, lasts: 4h, zone: Europe/Berlin, groups: web }
              backups: { title: Backups, cron: "30 2 * * *", lasts: 2h, flexible: 30m, zone: UTC, groups: data }
              power: { title: Mains of the second data centre, rrule: FREQ=MONTHLY;BYDAY=-1SA, from: 2026-01-31T18:00, lasts: 16h, zone: Europe/Berlin, tags: dc-2, reason: the generator is tried }
            """;

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void lists(Theme theme) {
        picture(
                "silences-list",
                theme,
                PLANS,
                (console, scene) -> Stages.onFx(() -> ((TableView<?>) scene.lookup("#silences-table"))
                        .getSelectionModel()
                        .clearAndSelect(0)));
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void aWeek(Theme theme) {
        picture("silences-week", theme, PLANS, (console, _) -> console.run("Show a week"));
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void aMonth(Theme theme) {
        picture("silences-month", theme, PLANS, (console, _) -> console.run("Show a month"));
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void aSilenceWithItsPreview(Theme theme) {
        picture("silences-form", theme, PLANS, (console, _) -> begin(console, "host=~\"db-.*\"", "rule=\"disk\""));
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void aSilenceThatIsWrong(Theme theme) {
        picture("silences-form-wrong", theme, PLANS, (console, _) -> begin(console, "host=~\"db-.*\"", "rule is disk"));
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void whatWasTypedAndLeft(Theme theme) {
        picture("silences-unsaved", theme, PLANS, (console, scene) -> {
            begin(console, "host=\"web-7\"");
            Stages.onFx(() -> ((TextField) scene.lookup("#silence-reason")).setText("a new cable"));
            console.run("New maintenance");
            Stages.onFx(() -> ((TextField) scene.lookup("#work-title")).setText("Patches of the databases"));
            Stages.onFx(() -> ((TableView<?>) scene.lookup("#silences-table"))
                    .getSelectionModel()
                    .clearAndSelect(1));
        });
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void aMaintenanceWithItsNextTimes(Theme theme) {
        picture("maintenance-form", theme, PLANS, (console, scene) -> {
            console.run("New maintenance");
            Stages.onFx(() -> {
                ((ToggleButton) scene.lookup("#work-monthly")).fire();
                ((TextField) scene.lookup("#work-title")).setText("Patches of the databases");
                ((TextField) scene.lookup("#work-targets")).setText("db-*");
            });
        });
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void whatIsChosenInTheCalendar(Theme theme) {
        picture("silences-week-chosen", theme, PLANS, (console, _) -> {
            console.run("Show a week");
            console.run("Choose the next in the calendar");
            console.run("Choose the next in the calendar");
        });
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void whatIsWrittenByHand(Theme theme) {
        picture(
                "silences-by-hand",
                theme,
                AlertScenes.on(Sites.sixtyHosts(), PLANS),
                (_, scene) -> Stages.onFx(() -> ((TableView<?>) scene.lookup("#silences-table"))
                        .getSelectionModel()
                        .clearAndSelect(0)));
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void nothingAtAll(Theme theme) {
        picture("silences-empty", theme, NOTHING, (_, _) -> {});
        picture("silences-week-empty", theme, NOTHING, (console, _) -> console.run("Show a week"));
    }

    private static void begin(Consoles console, String... matchers) {
        Stages.onFx(() -> console.shell().open(new Target.OfNewSilence(List.of(matchers))));
    }

    private static void picture(String name, Theme theme, String yaml, BiConsumer<Consoles, Scene> prepare) {
        picture(name, theme, AlertScenes.edited(Sites.sixtyHosts(), yaml), prepare);
    }

    private static void picture(String name, Theme theme, Site site, BiConsumer<Consoles, Scene> prepare) {
        for (int width : Pictures.widths()) {
            picture(name, theme, site, prepare, width, Pictures.height(width));
        }
    }

    private static void picture(
            String name, Theme theme, Site site, BiConsumer<Consoles, Scene> prepare, int width, int height) {
        Worlds world = Worlds.calm(site).alerts(AlertScenes.present());
        try (Consoles console = Consoles.on(world.snapshot())) {
            console.goTo("silences");
            Scene scene = Pictures.scene(console.shell().root(), theme, width, height);
            Stages.settle();
            prepare.accept(console, scene);
            Stages.settle();

            assertThat(Pictures.write(
                            scene, name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height))
                    .isNotEmptyFile();
        }
    }
}
