package org.watchfloor.ui.hosts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.engine.History;
import org.watchfloor.engine.History.Uptime;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.fx.LatestReply;

/**
 * Knows the uptime of checks that were asked for, and asks again after a minute. Only the newest question counts: what
 * was scrolled away before its answer came is dropped. FX thread only.
 */
final class UptimeBook {
    private static final Logger LOG = LoggerFactory.getLogger(UptimeBook.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    private final History history;
    private final LatestReply<Map<CheckId, RowUptime>> reply;
    private final Map<CheckId, Known> known = new HashMap<>();
    private Set<CheckId> asked = Set.of();

    UptimeBook(History history, Executor fx) {
        this.history = history;
        reply = new LatestReply<>(fx);
    }

    private record Known(RowUptime uptime, Instant at) {}

    Optional<RowUptime> of(CheckId check) {
        return Optional.ofNullable(known.get(check)).map(Known::uptime);
    }

    /** Asks for what is not known or too old; {@code arrived} runs when there is something new. */
    void want(Collection<CheckId> checks, Instant now, Runnable arrived) {
        Set<CheckId> missing = new HashSet<>();
        for (CheckId check : checks) {
            Known entry = known.get(check);
            if (entry == null || !now.isBefore(entry.at().plus(FRESH))) {
                missing.add(check);
            }
        }
        if (missing.isEmpty() || asked.containsAll(missing)) {
            return;
        }
        asked = missing;
        reply.ask(
                question(missing, now),
                answer -> {
                    answer.forEach((check, uptime) -> known.put(check, new Known(uptime, now)));
                    missing.forEach(check -> known.putIfAbsent(check, new Known(RowUptime.NONE, now)));
                    asked = Set.of();
                    arrived.run();
                },
                problem -> {
                    asked = Set.of();
                    missing.forEach(check -> known.putIfAbsent(check, new Known(RowUptime.NONE, now)));
                    LOG.debug("No uptime for {} checks: {}", missing.size(), problem.toString());
                });
    }

    private CompletableFuture<Map<CheckId, RowUptime>> question(Set<CheckId> checks, Instant now) {
        return history.uptime(checks, now.minus(DAY), now)
                .thenCombine(history.uptime(checks, now.minus(MONTH), now), (day, month) -> {
                    Map<CheckId, RowUptime> both = new HashMap<>();
                    checks.forEach(check ->
                            both.put(check, new RowUptime(share(day, check, DAY), share(month, check, MONTH))));
                    return both;
                });
    }

    private static Optional<RowUptime.Share> share(Map<CheckId, Uptime> uptimes, CheckId check, Duration span) {
        return Optional.ofNullable(uptimes.get(check))
                .flatMap(uptime ->
                        uptime.availability().map(worked -> new RowUptime.Share(worked, uptime.unseen(span))));
    }
}
