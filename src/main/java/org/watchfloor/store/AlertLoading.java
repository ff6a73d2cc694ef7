package org.watchfloor.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.NoticeGroup;
import org.watchfloor.engine.AlertState;
import org.watchfloor.engine.RestoredAlerts;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.notify.Posting;

/** Reads what is open of alerts and notices, at start. Runs on the store's thread. */
final class AlertLoading {
    private static final int MOST_THREADS = 1_000;

    private final Handle handle;

    AlertLoading(Handle handle) {
        this.handle = handle;
    }

    RestoredAlerts load() {
        List<Alert> alerts = handle.createQuery(
                        "select alert.* from open_alert join alert on alert.id = open_alert.id order by alert.id")
                .map((row, _) -> AlertMappers.alert(row))
                .list();
        List<NoticeGroup> groups = handle.createQuery("select * from notice_group")
                .map((row, _) -> AlertMappers.group(row))
                .list();
        List<Posting> postings = handle.createQuery(
                        "select notice.* from open_notice join notice on notice.id = open_notice.id order by notice.id")
                .map((row, _) -> AlertMappers.posting(row))
                .list();
        return new RestoredAlerts(
                alerts,
                groups,
                postings,
                threads(),
                new AlertState.Numbers(
                        highest("select coalesce(max(id), 0) from alert"),
                        highest("select coalesce(max(id), 0) from verdict"),
                        highest("select coalesce(max(id), 0) from notice"),
                        highest("select highest from counter where name = 'episode'")),
                outside());
    }

    private Map<AlertId, Instant> outside() {
        return handle.createQuery("select * from outside_alert")
                .map((row, _) -> Map.entry(new AlertId(row.getLong("id")), Nanos.instant(row.getLong("lasts_until"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<ChannelId, Map<String, String>> threads() {
        Map<ChannelId, Map<String, String>> threads = new LinkedHashMap<>();
        List<String[]> newestFirst = handle.createQuery("select * from thread order by notice_id desc limit ?")
                .bind(0, MOST_THREADS)
                .map((row, _) ->
                        new String[] {row.getString("channel"), row.getString("episode"), row.getString("reference")})
                .list();
        newestFirst
                .reversed()
                .forEach(thread -> threads.computeIfAbsent(new ChannelId(thread[0]), _ -> new LinkedHashMap<>())
                        .putIfAbsent(thread[1], thread[2]));
        return threads;
    }

    private long highest(String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }
}
