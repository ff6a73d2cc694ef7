package org.watchfloor.ui.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;

/** Writes pictures of what is edited and imported to {@code target/screens}. */
@Tag("pictures")
class QuietPicturesTest {
    private static final String PLANS = """
            silences:
              disk-move: { match: [host=~"db-.*", rule="disk"], from: 2026-11-20T06:00, until: 2026-11-20T18:00, author: mara, reason: data moves to the new volume }
            maintenance:
              patches: { title: Patches of the web servers, rrule: "FREQ=WEEKLY;BYDAY=TU,TH", from: 2026-01-06T22:00, lasts: 4h, zone: Europe/Berlin, groups: web, tags: [dc-1, dc-2], except: [2026-12-24, 2026-12-31] }
              racks: { title: New racks, from: 2026-11-27T11:00, to: 2026-11-27T13:00, groups: [web, data] }
            """;

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void aSilenceThatIsEdited(Theme theme) throws IOException {
        picture("silences-edit", theme, screen -> {
            screen.choose(screen.silences().getFirst());
            screen.edit();
        });
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void maintenanceThatIsEdited(Theme theme) throws IOException {
        picture("maintenance-edit", theme, screen -> {
            screen.choose(screen.planned().getFirst());
            screen.edit();
        });
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void aCalendarBeforeItIsTakenOver(Theme theme) throws IOException {
        Path file = Files.writeString(directory.resolve("plan.ics"), """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:maintenance-racks@watchfloor
                DTSTART:20261128T110000Z
                DTEND:20261128T130000Z
                SUMMARY:New racks\\, second try
                END:VEVENT
                BEGIN:VEVENT
                UID:fibre
                DTSTART;TZID=Europe/Berlin:20261201T020000
                DURATION:PT3H
                RRULE:FREQ=MONTHLY;BYDAY=1TU
                SUMMARY:The provider works on the fibre
                END:VEVENT
                BEGIN:VEVENT
                UID:broken@provider.example
                DTSTART:2026113X
                SUMMARY:Nobody knows when
                END:VEVENT
                BEGIN:VTODO
                UID:todo
                END:VTODO
                END:VCALENDAR
                """);
        picture("calendar-import", theme, screen -> {
            screen.forms().importFrom(file);
            screen.forms().calendar().targets().namesProperty().set("edge-*");
        });
        picture("calendar-import-gone", theme, screen -> screen.forms().importFrom(directory.resolve("gone.ics")));
    }

    private void picture(String name, Theme theme, Consumer<QuietViewModel> prepare) throws IOException {
        Stages.toolkit();
        for (int width : Pictures.widths()) {
            int height = Pictures.height(width);
            Path config = Files.createTempDirectory(directory, "config");
            QuietFiles files = Stages.onFx(() -> new QuietFiles(config));
            Stages.onFx(() -> files.write(PLANS));
            Parent root = Stages.onFx(() ->
                    (Parent) new QuietScreen(files.viewModel, new Formats(ZoneOffset.UTC), new NowhereToGo()).view());
            Scene scene = Pictures.scene(root, theme, width, height);
            Stages.onFx(() -> prepare.accept(files.viewModel));
            Stages.settle();

            assertThat(Pictures.write(
                            scene, name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height))
                    .isNotEmptyFile();
        }
    }

    private static final class NowhereToGo implements Navigation {
        @Override
        public void open(Target target) {}

        @Override
        public void openLarge(Target target) {}

        @Override
        public void closeDetail() {}

        @Override
        public void goTo(String screen) {}

        @Override
        public void tell(String text) {}
    }
}
