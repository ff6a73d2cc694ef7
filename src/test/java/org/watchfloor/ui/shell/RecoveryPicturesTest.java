package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.ui.Pictures;
import org.watchfloor.ui.RecoveryScenes;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;

/** Writes pictures of recovery, and of the buttons beside broken things, to {@code target/screens}. */
@Tag("pictures")
class RecoveryPicturesTest {
    private static final String FULL = "the disk of the store is full";

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void whatRunsAndWhatRan(Theme theme) {
        each(RecoveryScenes.busy(), theme, picture -> {
            picture.console().goTo("recovery");
            picture.write("recovery");
            picture.open(new Target.OfAction(RecoveryScenes.ASKING));
            picture.write("recovery-asking");
            picture.open(new Target.OfAction(RecoveryScenes.FAILED));
            picture.write("recovery-failed");
            picture.console().run("Change the automation level");
            picture.write("recovery-level");
        });
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void runbooksBeforeTheyBegin(Theme theme) {
        each(RecoveryScenes.calm(), theme, picture -> {
            picture.open(new Target.OfRunbook(RecoveryScenes.LOOK_AGAIN, RecoveryScenes.FRONT));
            picture.write("recovery-runbook");
            picture.open(new Target.OfRunbook(RecoveryScenes.RESTART, RecoveryScenes.FRONT));
            picture.write("recovery-dangerous");
            picture.open(new Target.OfRunbook(RecoveryScenes.MOVE, RecoveryScenes.POSTGRES));
            picture.write("recovery-two-persons");
        });
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void whatWouldHaveBegunAndWhatIsStopped(Theme theme) {
        each(RecoveryScenes.stopped(), theme, picture -> {
            picture.console().goTo("recovery");
            picture.console().run("Show the shadow report");
            picture.write("recovery-shadow");
            picture.console().run("Stop all actions, or let them begin again");
            picture.console().run("Show the runbooks");
            picture.write("recovery-stopped");
        });
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void whatIsSwitchedOff(Theme theme) {
        each(RecoveryScenes.switchedOff(), theme, picture -> {
            picture.open(new Target.OfRunbook(RecoveryScenes.MOVE, RecoveryScenes.POSTGRES));
            picture.write("recovery-switched-off");
        });
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void besideWhatIsBroken(Theme theme) {
        each(RecoveryScenes.busy(), theme, picture -> {
            picture.console().goTo("hosts");
            picture.console().open(new Target.OfHost(new HostId("web-7")));
            picture.write("mend-host");
            picture.console().open(new Target.OfHost(new HostId("web-1")));
            picture.write("mend-sound");
            Stages.onFx(() -> ((Button) picture.console().shell().root().lookup("#detail-report")).fire());
            picture.write("mend-report");
            picture.console().open(new Target.OfService(new ServiceId("shop")));
            picture.write("mend-service");
            picture.open(new Target.OfIncident(new IncidentId(140)));
            picture.write("mend-incident");
            picture.console().goTo("recovery");
            picture.console().open(new Target.OfHost(new HostId("nas-backup")));
            picture.write("recovery-narrow");
        });
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void aServiceThatWentOverToAnotherInstance(Theme theme) {
        each(RecoveryScenes.moved(), RecoveryScenes::fillMoved, theme, picture -> {
            picture.open(new Target.OfAction(RecoveryScenes.MOVED));
            picture.write("recovery-moved");
            picture.console().goTo("hosts");
            picture.console().open(new Target.OfService(new ServiceId("ledger")));
            picture.write("mend-service-moved");
        });
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void whileNothingCanBeRead(Theme theme) {
        each(RecoveryScenes.busy(), recovery -> recovery.fails(new IllegalStateException(FULL)), theme, picture -> {
            picture.console().goTo("recovery");
            picture.write("recovery-trouble");
            picture.console().run("Show the shadow report");
            picture.write("recovery-shadow-trouble");
        });
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.ui.Pictures#themes")
    void whileThereIsNothing(Theme theme) {
        each(Worlds.alarmed(), _ -> {}, theme, picture -> {
            picture.console().goTo("recovery");
            picture.write("recovery-nothing");
            picture.console().run("Show the runbooks");
            picture.write("recovery-no-runbook");
            picture.console().run("Show the shadow report");
            picture.write("recovery-no-shadow");
        });
    }

    private static void each(Worlds world, Theme theme, Consumer<Picture> work) {
        each(world, RecoveryScenes::fill, theme, work);
    }

    private static void each(Worlds world, Consumer<FakeRecovery> record, Theme theme, Consumer<Picture> work) {
        for (int width : Pictures.widths()) {
            try (Consoles console = Consoles.on(world.snapshot())) {
                record.accept(console.engine().recovery());
                console.show(world.pass(Duration.ofSeconds(4)).snapshot());
                Stages.onFx(() -> console.preferences().themeProperty().set(theme));
                work.accept(new Picture(console, theme, width));
            }
        }
    }

    /** A console that sits for its portrait. */
    private record Picture(Consoles console, Theme theme, int width) {
        void open(Target target) {
            Stages.onFx(() -> console.shell().open(target));
            Stages.settle();
        }

        /** In a scene of its own, so that nothing of the picture before stays. */
        void write(String name) {
            Scene scene = Pictures.scene(console.shell().root(), theme, width, Pictures.height(width));
            for (int pass = 0; pass < 3; pass++) {
                Stages.onFx(() -> {
                    scene.getRoot().requestLayout();
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                });
                Stages.settle();
            }
            String size = width == 1280 ? "1280x800" : "2560x1440";
            assertThat(Pictures.write(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size))
                    .isNotEmptyFile();
            Stages.onFx(() -> scene.setRoot(new Pane()));
        }
    }
}
