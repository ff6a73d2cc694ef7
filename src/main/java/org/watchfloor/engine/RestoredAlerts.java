package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.NoticeGroup;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.notify.Posting;

/**
 * What the journal knows of alerts at start.
 *
 * @param alerts those that are not closed
 * @param postings those that wait, were on their way, or were given up, in the order of their numbers
 * @param threads by channel and episode, oldest first
 * @param outside until when alerts of other programs last, as far as that is later than soon
 */
public record RestoredAlerts(
        List<Alert> alerts,
        List<NoticeGroup> groups,
        List<Posting> postings,
        Map<ChannelId, Map<String, String>> threads,
        AlertState.Numbers numbers,
        Map<AlertId, Instant> outside) {
    public static final RestoredAlerts NOTHING =
            new RestoredAlerts(List.of(), List.of(), List.of(), Map.of(), AlertState.Numbers.NONE, Map.of());

    public RestoredAlerts {
        alerts = List.copyOf(alerts);
        groups = List.copyOf(groups);
        postings = List.copyOf(postings);
        threads = Map.copyOf(threads);
        outside = Map.copyOf(outside);
    }
}
