package org.watchfloor.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.watchfloor.engine.Figures;
import org.watchfloor.engine.Figures.Step;
import org.watchfloor.store.pack.Aggregate;
import org.watchfloor.store.pack.Aggregates;
import org.watchfloor.store.pack.BadBlock;

/** Answers with the 5-minute roll-ups of many series. Thread safe. */
final class FiguresQuery {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long DAY = 24 * OpenHours.HOUR;

    private final AtomicBoolean toldOfDamage;

    FiguresQuery(AtomicBoolean toldOfDamage) {
        this.toldOfDamage = toldOfDamage;
    }

    List<Figures> answer(Reading reading, Map<Integer, Series> wanted, long from, long to) throws SQLException {
        Map<Integer, List<Step>> found = new HashMap<>();
        new Blocks(reading, toldOfDamage)
                .aggregates(
                        Width.FIVE_MINUTES,
                        wanted.keySet(),
                        from,
                        to,
                        (series, one) -> found.computeIfAbsent(series, _ -> new ArrayList<>())
                                .add(step(one)));
        List<Figures> figures = new ArrayList<>(found.size());
        wanted.forEach((id, series) -> {
            if (found.containsKey(id)) {
                figures.add(new Figures(series.check(), series.metric(), inOrder(found.get(id))));
            }
        });
        return figures;
    }

    /** To the hour: of the first day the hourly roll-ups tell, which are smaller and mostly kept for longer. */
    Optional<Instant> oldest(Reading reading) {
        long day = least(reading, "day_no", "rollup_5m");
        long hour = least(reading, "hour_no", "rollup_part");
        long first =
                Math.min(day == NEVER ? NEVER : firstOf(reading, day), hour == NEVER ? NEVER : hour * OpenHours.HOUR);
        return first == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first));
    }

    private static long least(Reading reading, String key, String table) {
        return reading.handle()
                .createQuery("select coalesce(min(" + key + "), " + NEVER + ") from " + table)
                .mapTo(Long.class)
                .one();
    }

    private static long firstOf(Reading reading, long day) {
        long first = reading
                .handle()
                .createQuery("select block from rollup_1h where day_no = ?")
                .bind(0, day)
                .setFetchSize(1_000)
                .mapTo(byte[].class)
                .stream()
                .mapToLong(FiguresQuery::firstOf)
                .min()
                .orElse(NEVER);
        return first == NEVER ? day * DAY : first;
    }

    private static long firstOf(byte[] block) {
        try {
            return Aggregates.unpack(block).stream()
                    .mapToLong(Aggregate::start)
                    .min()
                    .orElse(NEVER);
        } catch (BadBlock _) {
            return NEVER; // told of when it is read
        }
    }

    private static Step step(Aggregate one) {
        return new Step(
                one.start(),
                one.count(),
                one.min(),
                one.max(),
                one.mean(),
                one.p50(),
                one.p95(),
                one.p99(),
                one.up(),
                one.degraded(),
                one.down());
    }

    /** An hour that was sealed in several parts has several steps of one begin: together they are one. */
    private static List<Step> inOrder(List<Step> steps) {
        List<Step> inOrder = new ArrayList<>(steps.size());
        steps.sort(Comparator.comparingLong(Step::begin));
        for (Step step : steps) {
            boolean isPart = !inOrder.isEmpty() && inOrder.getLast().begin() == step.begin();
            inOrder.add(isPart ? together(inOrder.removeLast(), step) : step);
        }
        return inOrder;
    }

    private static Step together(Step one, Step other) {
        Step some = one.count() == 0 ? other : one;
        Step more = other.count() == 0 ? one : other;
        double share = one.count() / Math.max(1, (double) one.count() + other.count());
        return new Step(
                one.begin(),
                one.count() + other.count(),
                Math.min(some.min(), more.min()),
                Math.max(some.max(), more.max()),
                mixed(some.mean(), more.mean(), share),
                mixed(some.p50(), more.p50(), share),
                mixed(some.p95(), more.p95(), share),
                mixed(some.p99(), more.p99(), share),
                one.up() + other.up(),
                one.degraded() + other.degraded(),
                one.down() + other.down());
    }

    private static double mixed(double one, double other, double share) {
        return one * share + other * (1 - share);
    }
}
