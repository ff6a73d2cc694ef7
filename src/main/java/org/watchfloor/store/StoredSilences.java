package org.watchfloor.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.mapper.RowMapper;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Matchers;
import org.watchfloor.alert.Muted;
import org.watchfloor.alert.Muting;
import org.watchfloor.alert.Silence;
import org.watchfloor.engine.SilenceHistory;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Notice;

/**
 * Answers from the tables of alerts. Alerts, verdicts and notices are numbered as time goes on, so the primary key serves
 * as an index over time: rows are read from the newest back, as far as asked and no further than a limit. Any thread may
 * ask.
 */
final class StoredSilences implements SilenceHistory {
    static final int MOST_ROWS = 20_000;
    static final int MOST_VERDICTS = 200_000;

    private static final int PAGE = 1_000;
    private static final int MOST_NAMED = 100;

    private static final Numbered<Alert> ALERTS = new Numbered<>(
            "select * from alert where id < ? order by id desc limit ?",
            (row, _) -> AlertMappers.alert(row),
            alert -> alert.id().value(),
            Alert::since);
    private static final Numbered<Notice> NOTICES = new Numbered<>(
            "select * from notice where id < ? order by id desc limit ?",
            (row, _) -> AlertMappers.posting(row).notice(),
            notice -> notice.id().value(),
            Notice::at);

    private final Queries queries;

    StoredSilences(Queries queries) {
        this.queries = queries;
    }

    /** One alert that a silence held, and when. */
    private record Held(AlertId alert, Instant first, Instant last) {}

    /**
     * Rows that are numbered as time goes on.
     *
     * @param sql the next page below a number, newest first
     */
    private record Numbered<T>(String sql, RowMapper<T> mapper, ToLongFunction<T> number, Function<T, Instant> time) {
        /** False if the limit came before the time. */
        boolean back(Reading reading, Instant since, Consumer<T> consumer) {
            long below = Long.MAX_VALUE;
            for (int seen = 0; seen < MOST_ROWS && !reading.isCancelled().getAsBoolean(); seen += PAGE) {
                List<T> page = reading.handle()
                        .createQuery(sql)
                        .bind(0, below)
                        .bind(1, PAGE)
                        .map(mapper)
                        .list();
                page.stream().filter(row -> !time.apply(row).isBefore(since)).forEach(consumer);
                if (page.size() < PAGE || time.apply(page.getLast()).isBefore(since)) {
                    return true;
                }
                below = number.applyAsLong(page.getLast());
            }
            return false;
        }
    }

    @Override
    public CompletableFuture<Muting.Count> wouldHaveMuted(Matchers matchers, Instant since) {
        return queries.ask(reading -> {
            Muting muting = new Muting(matchers);
            boolean allAlerts = ALERTS.back(reading, since, muting::began);
            boolean allNotices = NOTICES.back(reading, since, muting::told);
            return muting.count(allAlerts && allNotices);
        });
    }

    @Override
    public CompletableFuture<Muted> muted(String silence, Instant from, Instant to) {
        return queries.ask(reading -> {
            long end = firstVerdict(reading, to);
            long begin = firstVerdict(reading, from);
            long lowest = Math.max(begin, end - MOST_VERDICTS);
            return muted(held(reading, silence, lowest, end), lowest == begin);
        });
    }

    private static Muted muted(List<Held> held, boolean complete) {
        List<AlertId> newest = held.stream().map(Held::alert).limit(MOST_NAMED).toList();
        Optional<Instant> first = held.stream().map(Held::first).min(Instant::compareTo);
        Optional<Instant> last = held.stream().map(Held::last).max(Instant::compareTo);
        return new Muted(held.size(), newest, first, last, complete);
    }

    private static List<Held> held(Reading reading, String silence, long lowest, long end) {
        String begins = Silence.verdictOf(silence);
        return reading.handle()
                .createQuery("""
                        select alert_id, min(at_time) as first_at, max(at_time) as last_at from verdict
                        where id >= ? and id < ? and kind = 'HELD' and left(text, ?) = ?
                        group by alert_id order by alert_id desc
                        """)
                .bind(0, lowest)
                .bind(1, end)
                .bind(2, begins.length())
                .bind(3, begins)
                .map((row, _) -> new Held(
                        new AlertId(row.getLong("alert_id")),
                        Nanos.instant(row.getLong("first_at")),
                        Nanos.instant(row.getLong("last_at"))))
                .list();
    }

    /** The lowest number from that time on, found by halving; one above the highest if there is none. */
    private static long firstVerdict(Reading reading, Instant at) {
        long below = 1
                + reading.handle()
                        .createQuery("select coalesce(max(id), 0) from verdict")
                        .mapTo(Long.class)
                        .one();
        long from = 0;
        while (from < below) {
            long middle = (from + below) >>> 1;
            boolean isLater = reading.handle()
                    .createQuery("select at_time from verdict where id >= ? order by id limit 1")
                    .bind(0, middle)
                    .mapTo(Long.class)
                    .findFirst()
                    .map(time -> time >= Nanos.of(at))
                    .orElse(true);
            if (isLater) {
                below = middle;
            } else {
                from = middle + 1;
            }
        }
        return below;
    }
}
