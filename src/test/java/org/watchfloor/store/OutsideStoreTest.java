package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.outside.Feed;
import org.watchfloor.alert.outside.OutsideAlert;
import org.watchfloor.alert.outside.Report;
import org.watchfloor.engine.Entry;
import org.watchfloor.engine.RestoredAlerts;
import org.watchfloor.model.AlertId;

/** What another program reported is still known when the program starts again. */
class OutsideStoreTest extends StoreCase {
    private static final Instant LATER = START.plus(Duration.ofHours(24));

    @Test
    void knowsAlertsOfOthersAndUntilWhenTheyLast() throws Exception {
        Alert alert = alert(1, "x".repeat(1_000) + "\n=\\");
        append(
                new Entry.AlertSaved(alert),
                new Entry.OutsideLasts(alert.id(), START),
                new Entry.OutsideLasts(alert.id(), LATER));

        close();
        open();

        RestoredAlerts restored = store.restored().alerts();
        assertThat(restored.alerts()).containsExactly(alert);
        assertThat(restored.outside()).isEqualTo(Map.of(alert.id(), LATER));
    }

    @Test
    void forgetsThemWhenNobodyWaitsForThem() throws Exception {
        Alert alert = alert(1, "y");
        append(
                new Entry.AlertSaved(alert),
                new Entry.OutsideLasts(alert.id(), LATER),
                new Entry.AlertClosed(alert.id()));

        close();
        open();

        assertThat(store.restored().alerts().alerts()).isEmpty();
        assertThat(store.restored().alerts().outside()).isEmpty();
    }

    private static Alert alert(long id, String value) throws Exception {
        OutsideAlert reported = new Report(
                        Map.of("alertname", "Slow", "pad", value.substring(0, Math.min(900, value.length()))),
                        Map.of("summary", "slow"),
                        Optional.empty(),
                        Optional.empty(),
                        "")
                .taken(Feed.WEBHOOK, "Alertmanager at http://am:9093");
        return new Alert(
                new AlertId(id),
                reported.rule(),
                reported.subject(),
                reported.labels(),
                reported.severity(),
                START,
                Optional.of(START),
                Optional.empty(),
                reported.said(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new java.util.TreeMap<>());
    }
}
