package org.watchfloor.ui.wall;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.Recent;
import org.watchfloor.health.Rollup;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LatestReply;

/** The figures that matter, above the wall. Confined to the FX thread; knows no control. */
public final class TilesViewModel {
    static final String NONE = "–";
    private static final Duration ASK_EVERY = Duration.ofSeconds(30);
    private static final int MOST_INCIDENTS = 1_000;

    private final History history;
    private final ZoneId zone;
    private final LatestReply<List<Incident>> today;
    private final ReadOnlyStringWrapper up = new ReadOnlyStringWrapper(this, "up", NONE);
    private final ReadOnlyStringWrapper upNote = new ReadOnlyStringWrapper(this, "upNote", "");
    private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper(this, "open");
    private final ReadOnlyIntegerWrapper unacknowledged = new ReadOnlyIntegerWrapper(this, "unacknowledged");
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper(this, "waiting", "");
    private final ReadOnlyStringWrapper oldest = new ReadOnlyStringWrapper(this, "oldest", "");
    private final ReadOnlyStringWrapper timeToAcknowledge = new ReadOnlyStringWrapper(this, "mtta", NONE);
    private final ReadOnlyStringWrapper timeToRepair = new ReadOnlyStringWrapper(this, "mttr", NONE);
    private final ReadOnlyStringWrapper incidentsToday = new ReadOnlyStringWrapper(this, "incidentsToday", "");
    private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper(this, "rate", NONE);
    private final ReadOnlyObjectWrapper<Recent> rates = new ReadOnlyObjectWrapper<>(this, "rates", Recent.NONE);
    private Instant rateAt = Instant.MIN;
    private Instant askedAt = Instant.MIN;
    private Set<IncidentId> askedFor = Set.of();

    public TilesViewModel(History history, ZoneId zone) {
        this(history, zone, new LatestReply<>());
    }

    TilesViewModel(History history, ZoneId zone, LatestReply<List<Incident>> today) {
        this.history = history;
        this.zone = zone;
        this.today = today;
    }

    public void show(Snapshot snapshot) {
        Rollup all = snapshot.all();
        int watched = all.total() - all.count(State.PAUSED);
        int good = all.count(State.UP) + all.count(State.DEGRADED);
        up.set(watched == 0 ? NONE : Formats.percent(good / (double) watched));
        upNote.set(Formats.number(good) + " of " + Formats.number(watched) + " checks");
        List<Incident> incidents = snapshot.openIncidents();
        open.set(incidents.size());
        unacknowledged.set((int) incidents.stream()
                .filter(incident -> incident.acknowledged().isEmpty())
                .count());
        waiting.set(incidents.stream()
                .filter(incident -> incident.acknowledged().isEmpty())
                .map(Incident::openedAt)
                .min(Instant::compareTo)
                .map(at -> "waiting for " + Formats.roughly(Duration.between(at, snapshot.at())))
                .orElse("nothing waits"));
        oldest.set(incidents.stream()
                .map(Incident::startedAt)
                .min(Instant::compareTo)
                .map(at -> "oldest " + Formats.roughly(Duration.between(at, snapshot.at())))
                .orElse("all quiet"));
        showRate(snapshot);
        askOfToday(snapshot, incidents);
    }

    /** One point of the line a second, however often snapshots come. */
    private void showRate(Snapshot snapshot) {
        double perSecond = snapshot.figures().resultsPerSecond();
        rate.set(Formats.perSecond(perSecond));
        if (!snapshot.at().isBefore(rateAt.plusSeconds(1))) {
            rateAt = snapshot.at();
            rates.set(rates.get().with((float) perSecond));
        }
    }

    private void askOfToday(Snapshot snapshot, List<Incident> incidents) {
        Set<IncidentId> ids = incidents.stream().map(Incident::id).collect(Collectors.toSet());
        if (ids.equals(askedFor) && snapshot.at().isBefore(askedAt.plus(ASK_EVERY))) {
            return;
        }
        askedAt = snapshot.at();
        askedFor = ids;
        Instant midnight =
                snapshot.at().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        today.ask(
                history.incidents(midnight, snapshot.at(), MOST_INCIDENTS), this::showToday, problem -> forgetToday());
    }

    private void showToday(List<Incident> incidents) {
        timeToAcknowledge.set(mean(incidents, Incident::timeToAcknowledge));
        timeToRepair.set(mean(incidents, Incident::timeToRepair));
        incidentsToday.set(incidents.size() == 1 ? "1 incident today" : incidents.size() + " incidents today");
    }

    private void forgetToday() {
        timeToAcknowledge.set(NONE);
        timeToRepair.set(NONE);
        incidentsToday.set("history does not answer");
    }

    private static String mean(List<Incident> incidents, Function<Incident, Optional<Duration>> length) {
        var statistics = incidents.stream()
                .flatMap(incident -> length.apply(incident).stream())
                .mapToLong(Duration::toMillis)
                .summaryStatistics();
        return statistics.getCount() == 0
                ? NONE
                : Formats.duration(Duration.ofMillis(Math.round(statistics.getAverage())));
    }

    public ReadOnlyStringProperty upProperty() {
        return up.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty upNoteProperty() {
        return upNote.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty unacknowledgedProperty() {
        return unacknowledged.getReadOnlyProperty();
    }

    /** How long the one that waits longest has waited for a person. */
    public ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty oldestProperty() {
        return oldest.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty timeToAcknowledgeProperty() {
        return timeToAcknowledge.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty timeToRepairProperty() {
        return timeToRepair.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty incidentsTodayProperty() {
        return incidentsToday.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty rateProperty() {
        return rate.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Recent> ratesProperty() {
        return rates.getReadOnlyProperty();
    }
}
