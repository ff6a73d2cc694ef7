package org.watchfloor.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Features;
import org.watchfloor.engine.Actions;
import org.watchfloor.engine.EngineFigures;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.StoreFigures;
import org.watchfloor.model.Counted;
import org.watchfloor.ui.fx.Formats;

/** The truth about the engine itself: figures, age of what is shown, what is wrong. Confined to the FX thread. */
public final class StatusViewModel {
    static final Duration STALE_AFTER = Duration.ofSeconds(5);

    private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper(this, "rate", "");
    private final ReadOnlyStringWrapper lag = new ReadOnlyStringWrapper(this, "lag", "");
    private final ReadOnlyStringWrapper late = new ReadOnlyStringWrapper(this, "late", "");
    private final ReadOnlyStringWrapper dropped = new ReadOnlyStringWrapper(this, "dropped", "");
    private final ReadOnlyStringWrapper automation = new ReadOnlyStringWrapper(this, "automation", "");
    private final ReadOnlyStringWrapper database = new ReadOnlyStringWrapper(this, "database", "");
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper(this, "age", "");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
    private final ReadOnlyStringWrapper staleText = new ReadOnlyStringWrapper(this, "staleText", "");
    private final ObservableList<Banner> banners = FXCollections.observableArrayList();
    private final ObservableList<Banner> readOnlyBanners = FXCollections.unmodifiableObservableList(banners);
    private Instant newest;

    /** @param opened when the console was opened: without any snapshot it is stale from there */
    public StatusViewModel(Instant opened) {
        newest = opened;
    }

    public void show(Snapshot snapshot) {
        newest = snapshot.at();
        EngineFigures figures = snapshot.figures();
        StoreFigures store = figures.store();
        rate.set(Formats.perSecond(figures.resultsPerSecond()));
        lag.set("lag p99 " + Formats.millis(figures.lag().p99()));
        late.set(Formats.number(figures.late()) + " late");
        dropped.set(dropped(figures));
        automation.set(automation(snapshot.state().actions(), Features.of(snapshot.site())));
        database.set("db " + Formats.bytes(store.bytes()));
        List<Banner> now = bannersOf(snapshot);
        if (!now.equals(banners)) {
            banners.setAll(now);
        }
    }

    /** Time passes, whether or not anything arrives. */
    public void tick(Instant now) {
        Duration old = Duration.between(newest, now);
        boolean silent = old.compareTo(STALE_AFTER) > 0;
        age.set("data " + Formats.roughly(old.isNegative() ? Duration.ZERO : old) + " old");
        stale.set(silent);
        staleText.set(silent ? "STALE – nothing new from the engine for " + Formats.duration(old) : "");
    }

    private static String automation(Actions actions, Features features) {
        String level = actions.automation().stopped()
                ? "actions stopped"
                : "automation: " + actions.automation().console() + (features.recovery() ? "" : ", recovery off");
        int running = actions.running().size();
        return running == 0 ? level : level + ", " + Counted.of(running, "action") + " at work";
    }

    private static String dropped(EngineFigures figures) {
        List<String> parts = new ArrayList<>();
        if (figures.skipped() > 0) {
            parts.add(Formats.number(figures.skipped()) + " skipped");
        }
        if (figures.store().thinned() > 0) {
            parts.add(Formats.number(figures.store().thinned()) + " samples thinned");
        }
        return parts.isEmpty() ? "0 dropped" : String.join(", ", parts);
    }

    private static List<Banner> bannersOf(Snapshot snapshot) {
        List<Banner> all = new ArrayList<>();
        snapshot.figures()
                .store()
                .trouble()
                .ifPresent(what -> all.add(new Banner(Banner.Weight.TROUBLE, what, "engine")));
        snapshot.state().network().lost().values().stream()
                .min(Instant::compareTo)
                .ifPresent(since -> all.add(new Banner(
                        Banner.Weight.TROUBLE,
                        "The network of this machine is gone for "
                                + Formats.roughly(Duration.between(since, snapshot.at()))
                                + ": what lies beyond it is not judged, and nobody is told of it.",
                        "engine")));
        snapshot.state()
                .actions()
                .automation()
                .droppedBecause()
                .ifPresent(why -> all.add(new Banner(
                        Banner.Weight.WARNING,
                        "Nothing begins by itself any more: " + why + ". Set the automation level when that is mended.",
                        "engine")));
        List<ConfigProblem> problems = snapshot.state().configProblems();
        if (!problems.isEmpty()) {
            String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
            ConfigProblem first = problems.getFirst();
            all.add(new Banner(
                    Banner.Weight.WARNING,
                    "The configuration on disk is not in force: " + count + ". " + first.place() + ": " + first.what(),
                    "settings"));
        }
        return all;
    }

    public ReadOnlyStringProperty rateProperty() {
        return rate.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty lagProperty() {
        return lag.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty lateProperty() {
        return late.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty automationProperty() {
        return automation.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty databaseProperty() {
        return database.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty ageProperty() {
        return age.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty staleTextProperty() {
        return staleText.getReadOnlyProperty();
    }

    public ObservableList<Banner> banners() {
        return readOnlyBanners;
    }
}
