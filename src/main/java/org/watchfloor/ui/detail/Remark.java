package org.watchfloor.ui.detail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.engine.Mark;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.HostId;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.MarkLook;
import org.watchfloor.ui.fx.MarkWords;
import org.watchfloor.ui.fx.Target;

/**
 * One sentence about a host besides its state: an alert that wants somebody, who has taken one, what keeps it quiet.
 * Immutable.
 *
 * @param look empty for an alert that wants somebody
 * @param link what is opened, in words; empty if the sentence says all
 */
record Remark(Optional<MarkLook> look, String text, String link, Optional<Target> target) {
    private static final int MOST_ALERTS = 5;

    static List<Remark> of(HostId host, Snapshot snapshot, Formats formats) {
        return Stream.concat(alerts(host, snapshot), marks(host, snapshot, formats))
                .toList();
    }

    private static Stream<Remark> alerts(HostId host, Snapshot snapshot) {
        return snapshot.state()
                .alerting()
                .book()
                .all()
                .filter(alert -> alert.isFiring()
                        && alert.labels().get("host").equals(host.value())
                        && alert.held().isEmpty()
                        && !isInHand(alert, snapshot))
                .sorted(Comparator.comparing(Alert::severity).thenComparing(Alert::id))
                .limit(MOST_ALERTS)
                .map(alert -> new Remark(
                        Optional.empty(),
                        "firing, nobody has taken it: "
                                + SafeText.line(alert.said().summary(), HostHead.LONGEST),
                        "Alert " + alert.id(),
                        Optional.of(new Target.OfAlert(alert.id()))));
    }

    private static boolean isInHand(Alert alert, Snapshot snapshot) {
        return alert.isAcknowledged(snapshot.at())
                || alert.shelvedUntil().filter(snapshot.at()::isBefore).isPresent()
                || alert.subject()
                        .check()
                        .filter(check -> snapshot.marks(check).all().stream()
                                .anyMatch(mark -> mark.isCare() && !(mark instanceof Mark.IncidentOwned)))
                        .isPresent();
    }

    /** Each mark once, with the checks that it is about unless it is about all. The incident has a line of its own. */
    private static Stream<Remark> marks(HostId host, Snapshot snapshot, Formats formats) {
        MarkWords words = new MarkWords(formats, snapshot.at());
        List<CheckHealth> checks = snapshot.checksOf(host);
        Map<Mark, List<String>> about = new LinkedHashMap<>();
        for (CheckHealth check : checks) {
            snapshot.marks(check.check()).all().stream()
                    .filter(mark -> !(mark instanceof Mark.IncidentOwned))
                    .forEach(mark -> about.computeIfAbsent(mark, _ -> new ArrayList<>())
                            .add(check.check().name()));
        }
        return about.entrySet().stream()
                .sorted(Comparator.comparing(entry -> MarkLook.of(entry.getKey())))
                .map(entry -> of(entry.getKey(), names(entry.getValue(), checks.size()), words));
    }

    private static String names(List<String> some, int all) {
        return some.size() == all ? "" : String.join(", ", some) + ": ";
    }

    private static Remark of(Mark mark, String names, MarkWords words) {
        return new Remark(Optional.of(MarkLook.of(mark)), names + words.text(mark), link(mark), MarkWords.target(mark));
    }

    private static String link(Mark mark) {
        return switch (mark) {
            case Mark.AlertOwned owned -> "Alert " + owned.alert();
            case Mark.Shelved shelved -> "Alert " + shelved.alert();
            case Mark.Inhibited inhibited -> "Alert " + inhibited.alert();
            case Mark.Silenced silenced ->
                "Silence " + SafeText.line(silenced.silence().id(), HostHead.LONGEST);
            case Mark.Planned planned ->
                "Maintenance " + SafeText.line(planned.maintenance().id(), HostHead.LONGEST);
            case Mark.GateShut _ -> "Breaker";
            case Mark.IncidentOwned _, Mark.Flapping _ -> "";
        };
    }
}
