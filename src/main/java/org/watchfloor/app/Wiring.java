package org.watchfloor.app;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.ConfigWatcher;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.engine.Engine;
import org.watchfloor.engine.EngineFigures.Step;
import org.watchfloor.engine.GateDesk;
import org.watchfloor.engine.RecoveryDesk;
import org.watchfloor.engine.Surroundings;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.model.Actor;
import org.watchfloor.model.Counted;
import org.watchfloor.probe.Probes;
import org.watchfloor.probe.witness.WitnessRound;
import org.watchfloor.recovery.action.Performer;
import org.watchfloor.store.Store;
import org.watchfloor.store.StoreFailed;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.PreferenceStore;
import org.watchfloor.ui.shell.ConsoleParts;
import org.watchfloor.ui.shell.EngineDoor;
import org.watchfloor.web.Editing;
import org.watchfloor.web.EnginePorts;

/** Puts the parts together, as stages of the program's life. The one place to look for who gets what. */
final class Wiring {
    static final Set<String> ESSENTIAL_THREADS = Set.of("engine-loop", "check-loop", "journal");

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Options options;
    private final DataDirectory data;
    private final Probes probes;
    private final Performer performer;
    private final ChannelRoom channels;
    private final ConfigDirectory config;
    private final Optional<ConsolePart> console;
    private final InstantSource clock;
    private final ScheduledExecutorService background = Executors.newScheduledThreadPool(
            3, Thread.ofPlatform().name("background-", 1).daemon().factory());
    private final WitnessRound witnesses;
    private final ExecutorService editing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("site-editor").daemon().factory());
    private final SiteEditor editor;
    private final LabPart lab;
    private Supplier<List<Step>> steps = List::of;
    private Optional<Store> store = Optional.empty();
    private Optional<Backtests> backtests = Optional.empty();
    private Optional<Engine> engine = Optional.empty();
    private Optional<ConfigWatcher> watcher = Optional.empty();
    private ConfigResult first = new ConfigResult.Loaded(Site.EMPTY);

    Wiring(Options options, DataDirectory data, Parts parts, InstantSource clock) {
        this.options = options;
        this.data = data;
        this.probes = parts.probes();
        this.performer = parts.performer();
        this.channels = parts.channels();
        this.config = parts.config();
        this.console = parts.console();
        this.clock = clock;
        this.witnesses =
                new WitnessRound(clock, Thread.ofVirtual().name("witness-", 0).factory());
        this.editor = new SiteEditor(config, editing);
        this.lab = new LabPart(options.labScript(), clock, background);
    }

    /** Where the figures of the start come from. */
    void show(Supplier<List<Step>> lifecycle) {
        steps = lifecycle;
    }

    List<Stage> stages() throws StartFailed {
        List<Stage> stages = new ArrayList<>();
        stages.add(stage("configuration", 110, this::readConfiguration, this::stopWatching));
        stages.add(new Stage(
                "store",
                100,
                PATIENCE,
                this::openStore,
                () -> store.isPresent(),
                this::closeStore,
                this::storeNotices));
        if (options.lab()) {
            stages.add(stage("lab", 90, lab::start, lab::stop));
        }
        stages.add(new Stage("engine", 80, PATIENCE, this::startEngine, this::isEngineAlive, this::stopEngine));
        if (options.listen().isPresent()) {
            DoorPart door = new DoorPart(options.listen().get(), data, clock);
            stages.add(stage("web door", 70, () -> door.open(ports()), door::close));
        }
        stages.add(stage("configuration watcher", 60, this::watch, this::stopWatching));
        console.ifPresent(window -> stages.add(
                stage("console", 50, () -> channels.showOn(window.open(this::consoleParts)), window::close)));
        return stages;
    }

    private static Stage stage(String name, int priority, Stage.Action start, Stage.Action stop) {
        return new Stage(name, priority, PATIENCE, start, () -> true, stop);
    }

    /** The watcher first, so that no change between the two is missed. */
    private void readConfiguration() throws IOException, StartFailed {
        watcher = Optional.of(ConfigWatcher.of(config, this::takeOver));
        first = config.read();
        if (options.headless() && first instanceof ConfigResult.Rejected rejected) {
            String problems = rejected.problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
            throw StartFailed.invalidConfiguration(
                    "the configuration in " + options.config() + " is invalid:\n" + problems);
        }
    }

    private void openStore() throws StoreFailed {
        Store opened = Store.open(data.path(), settings(first), clock);
        opened.notices().forEach(LOG::warn);
        store = Optional.of(opened);
        backtests = Optional.of(new Backtests(opened.history(), opened.recordings()));
    }

    /** Damaged files that were set aside, refused rows: on the engine screen and in the API, not only in the log. */
    private String storeNotices() {
        return store.map(open -> String.join(" ", open.notices())).orElse("");
    }

    private void startEngine() {
        Store opened = store.orElseThrow();
        Surroundings around = new Surroundings(
                clock,
                () -> new SystemWaiter(clock),
                () -> steps.get(),
                channels.notifiers(),
                witnesses::hear,
                opened.recordings(),
                performer);
        Engine made = new Engine(probes, opened.journal(), opened.restored(), around);
        made.start();
        engine = Optional.of(made);
        takeOver(first);
    }

    private boolean isEngineAlive() {
        return engine.filter(Engine::isAlive).isPresent();
    }

    private EnginePorts ports() {
        Engine running = engine.orElseThrow();
        Store opened = store.orElseThrow();
        Editing edits = new Editing(editor, opened.silenceHistory());
        return new EnginePorts(
                running.snapshots(),
                opened.history(),
                running,
                opened.alertHistory(),
                running,
                edits,
                backtests.orElseThrow(),
                new GateDesk(running, opened.gateHistory()),
                recovery(running, opened));
    }

    private static RecoveryDesk recovery(Engine running, Store opened) {
        return new RecoveryDesk(running, opened.failureHistory(), opened.actionHistory());
    }

    private void watch() {
        Thread.ofVirtual().name("configuration-watcher").start(watcher.orElseThrow());
    }

    private void takeOver(ConfigResult result) {
        Engine running = engine.orElseThrow();
        switch (result) {
            case ConfigResult.Loaded loaded -> {
                LOG.info(
                        "configuration taken over: {}",
                        Counted.of(loaded.site().checks().size(), "check"));
                running.load(loaded.site());
            }
            case ConfigResult.Rejected rejected -> {
                LOG.warn(
                        "configuration refused, the one in force stays: {}, first: {}",
                        Counted.of(rejected.problems().size(), "problem"),
                        rejected.problems().getFirst());
                running.reject(rejected.problems());
            }
        }
    }

    private ConsoleParts consoleParts(PreferenceStore preferences) {
        Engine running = engine.orElseThrow();
        EngineDoor engineDoor = new EngineDoor(
                running.snapshots(),
                running,
                store.orElseThrow().history(),
                running,
                store.orElseThrow().alertHistory(),
                editor,
                store.orElseThrow().silenceHistory(),
                backtests.orElseThrow(),
                new GateDesk(running, store.orElseThrow().gateHistory()),
                recovery(running, store.orElseThrow()));
        org.watchfloor.ui.shell.Surroundings around = new org.watchfloor.ui.shell.Surroundings(
                clock, new Formats(ZoneId.systemDefault()), new Actor(System.getProperty("user.name")), background);
        org.watchfloor.ui.settings.Installation installation = new org.watchfloor.ui.settings.Installation(
                options.config().toAbsolutePath(), data.path(), Version.text());
        return new ConsoleParts(
                engineDoor, around, installation, preferences, options.lab() ? Optional.of(lab) : Optional.empty());
    }

    private void stopWatching() throws IOException {
        if (watcher.isPresent()) {
            watcher.get().close();
        }
    }

    private void stopEngine() throws InterruptedException {
        if (engine.isPresent()) {
            engine.get().stop(Program.DRAIN);
        }
    }

    private void closeStore() {
        store.ifPresent(Store::close);
        background.shutdown();
        editing.shutdown();
    }

    private static Settings settings(ConfigResult result) {
        return result instanceof ConfigResult.Loaded loaded ? loaded.site().settings() : Settings.DEFAULT;
    }
}
