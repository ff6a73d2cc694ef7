package org.watchfloor.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertPolicyReader;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.engine.FakeRecordings;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.FakeEngine;
import org.watchfloor.ui.FakeHistory;
import org.watchfloor.ui.FakeLab;
import org.watchfloor.ui.FakeSilences;
import org.watchfloor.ui.Stages;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.PreferenceStore;
import org.watchfloor.ui.fx.Preferences;
import org.watchfloor.ui.fx.Target;
import org.watchfloor.ui.fx.Theme;
import org.watchfloor.ui.settings.Installation;
import org.watchfloor.ui.wall.WallCanvas;

/** A whole console on a fake engine whose clock stands at noon. */
public final class Consoles implements AutoCloseable {
    private static final InstantSource NOON = InstantSource.fixed(Worlds.NOON);
    private static final FakeRecordings RECORDINGS =
            new FakeRecordings(CheckId.parse("web-7/front"), Worlds.NOON.minus(Duration.ofDays(3)));

    private static final Path NOWHERE = Path.of("target", "no-configuration");

    private final ScheduledExecutorService background = Executors.newScheduledThreadPool(2);
    private final FakeEngine engine;
    private final Preferences preferences;
    private final Shell shell;

    private Consoles(
            FakeEngine engine, History history, SiteEditor editor, Backtests backtests, PreferenceStore likings) {
        this.engine = engine;
        preferences = new Preferences(likings);
        preferences.soundsProperty().set(false);
        shell = Stages.onFx(() -> new Shell(parts(history, editor, backtests), preferences));
        show(engine.current());
    }

    public static Consoles on(Snapshot first) {
        return on(first, new FakeHistory());
    }

    public static Consoles on(Snapshot first, History history) {
        return on(first, history, editor(NOWHERE), new Backtests(history, RECORDINGS));
    }

    public static Consoles on(Snapshot first, History history, SiteEditor editor, Backtests backtests) {
        Stages.toolkit();
        return new Consoles(new FakeEngine(first), history, editor, backtests, new Forgetful(Map.of()));
    }

    /** Somebody comes back to it at noon who has been away for so long; these alerts are known. */
    public static Consoles after(Duration away, Snapshot first, Alert... alerts) {
        Stages.toolkit();
        FakeEngine engine = new FakeEngine(first);
        AlertScenes.fill(engine.alerts()).knows(alerts);
        FakeHistory history = new FakeHistory();
        PreferenceStore likings =
                new Forgetful(Map.of("away-since", Worlds.NOON.minus(away).toString()));
        return new Consoles(engine, history, editor(NOWHERE), new Backtests(history, RECORDINGS), likings);
    }

    /** @param directory where what is edited is written */
    public static Consoles on(Snapshot first, Path directory) {
        FakeHistory history = new FakeHistory();
        return on(first, history, editor(directory), new Backtests(history, RECORDINGS));
    }

    /** Hands the snapshot over as the feed would. */
    public void show(Snapshot snapshot) {
        Stages.onFx(() -> {
            shell.show(snapshot);
            shell.tick(Worlds.NOON);
        });
    }

    public Shell shell() {
        return shell;
    }

    public FakeEngine engine() {
        return engine;
    }

    public Preferences preferences() {
        return preferences;
    }

    /** Shows it in a window that a robot can reach. */
    public Stage window() {
        Stage stage = Stages.show(shell.root(), Theme.DARK);
        Stages.onFx(() -> shell.install(stage.getScene()));
        Stages.settle();
        return stage;
    }

    /** The names on the wall as they lie there. */
    public List<String> wallCells() {
        Stages.settle();
        return Stages.onFx(() -> ((WallCanvas) shell.root().lookup("#wall")).names());
    }

    /** Opens a screen as its button would. */
    public void goTo(String screen) {
        Stages.onFx(() -> shell.goTo(screen));
    }

    /** Opens a detail as a click on its cell would. */
    public void open(Target target) {
        Stages.onFx(() -> shell.open(target));
        await(() -> shell.root().lookup("#detail-pane").getTranslateX() == 0);
    }

    private static void await(Callable<Boolean> onFx) {
        try {
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> Stages.onFx(onFx));
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
        Stages.settle();
    }

    /** Does what the palette lists under this title. */
    public void run(String command) {
        Stages.onFx(() -> shell.commands().stream()
                .filter(one -> one.title().equals(command) && one.isPossible())
                .findFirst()
                .orElseThrow(() -> new AssertionError("cannot \"" + command + "\" now"))
                .run());
    }

    /** Whether what the palette lists under this title would do anything now. */
    public boolean isPossible(String command) {
        Stages.settle();
        return Stages.onFx(
                () -> shell.commands().stream().anyMatch(one -> one.title().equals(command) && one.isPossible()));
    }

    /** Lets half a minute of snapshots pass, so that lines have points. */
    public Consoles warm(Worlds world) {
        for (int second = 0; second < 30; second++) {
            world.pass(Duration.ofSeconds(1));
            Stages.onFx(() -> shell.show(world.snapshot()));
        }
        Stages.onFx(() -> shell.tick(world.now()));
        return this;
    }

    @Override
    public void close() {
        background.shutdownNow();
    }

    private ConsoleParts parts(History history, SiteEditor editor, Backtests backtests) {
        return parts(door(engine, history, editor, backtests), background, new Forgetful(Map.of()));
    }

    /** All that a console needs, around a fake engine. */
    static ConsoleParts parts(
            FakeEngine engine, History history, ScheduledExecutorService background, PreferenceStore preferences) {
        return parts(
                door(engine, history, editor(NOWHERE), new Backtests(history, RECORDINGS)), background, preferences);
    }

    private static EngineDoor door(FakeEngine engine, History history, SiteEditor editor, Backtests backtests) {
        return new EngineDoor(
                engine,
                engine,
                history,
                engine.alerts(),
                engine.alerts(),
                editor,
                new FakeSilences(),
                backtests,
                engine.gates().desk(),
                engine.recovery().desk());
    }

    private static ConsoleParts parts(
            EngineDoor door, ScheduledExecutorService background, PreferenceStore preferences) {
        return new ConsoleParts(
                door,
                new Surroundings(NOON, new Formats(ZoneOffset.UTC), new Actor("mara"), background),
                new Installation(Path.of("/etc/watchfloor"), Path.of("/var/lib/watchfloor"), "0.1.0"),
                preferences,
                Optional.of(new FakeLab()));
    }

    private static SiteEditor editor(Path directory) {
        return new SiteEditor(
                new ConfigDirectory(directory, List.of(), List.of(new AlertPolicyReader(ZoneOffset.UTC))),
                Runnable::run);
    }

    /** Likes always the same and remembers nothing. */
    private record Forgetful(Map<String, String> load) implements PreferenceStore {
        @Override
        public void save(Map<String, String> preferences) {}
    }
}
