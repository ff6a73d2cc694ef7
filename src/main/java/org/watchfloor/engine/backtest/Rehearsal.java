package org.watchfloor.engine.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.DoubleConsumer;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.condition.Needs;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Keeping;
import org.watchfloor.engine.Recordings;
import org.watchfloor.engine.Recordings.Change;
import org.watchfloor.engine.Recordings.Track;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.CheckId;

/**
 * One run through the past: hour by hour, while the next hour is already being read. The thread that runs it may be
 * interrupted: it only waits for answers of the store and never enters it.
 */
final class Rehearsal {
    private static final long HOUR = 3_600_000;
    private static final int MOST_INCIDENTS = 10_000;
    /** Alerts may need a little longer than the windows to be where they were. */
    private static final Duration ROOM = Duration.ofMinutes(5);

    private final History history;
    private final Recordings recordings;
    private final Question question;
    private final DoubleConsumer progress;
    private final List<Scope> scopes = new ArrayList<>();
    private final Set<CheckId> checks = new LinkedHashSet<>();
    private final Needs needs;
    private long samples;

    /** @param progress is told from 0 to 1 */
    Rehearsal(History history, Recordings recordings, Question question, DoubleConsumer progress) {
        this.history = history;
        this.recordings = recordings;
        this.question = question;
        this.progress = progress;
        scopes.add(Scope.of(question.site(), question.rule()));
        question.saved().map(saved -> Scope.of(question.site(), saved)).ifPresent(scopes::add);
        scopes.forEach(scope -> checks.addAll(scope.subjects().keySet()));
        needs = scopes.stream().map(scope -> scope.rule().needs()).reduce(Needs.NOTHING, Needs::and);
    }

    Backtest run() throws InterruptedException {
        Instant begin = question.from().minus(memory());
        Map<CheckId, List<Change>> changes = await(recordings.changes(checks, begin, question.to()));
        Pauses pauses = new Pauses(await(history.gaps(begin, question.to())));
        List<Incident> incidents = await(history.incidents(question.from(), question.to(), MOST_INCIDENTS));
        Scope scope = scopes.getFirst();
        Troubles troubles = new Troubles(incidents, scope.subjects().keySet(), question.to());
        Take.Surroundings around = new Take.Surroundings(troubles, pauses);
        Instant first = later(begin, recordedSince(changes));
        List<Take> takes = scopes.stream()
                .map(one -> new Take(one, changes, around, first, question.from()))
                .toList();
        Instant reached = play(takes, first);
        List<Firings> firings = takes.stream().map(take -> take.finish(reached)).toList();
        Backtest.OnRecord record =
                new Recorded(question, scope, pauses, known()).of(later(question.from(), first), reached, samples);
        return backtest(record, firings, troubles, takes.getFirst().normal().range());
    }

    /** How far back the rules remember. */
    private Duration memory() {
        Duration hold = scopes.stream()
                .map(scope -> scope.rule().hold())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return needs.longest().plus(hold).plus(ROOM);
    }

    /** What only states decide can be told from their changes, which are kept for longer than results. */
    private boolean needsResults() {
        return !needs.windows().isEmpty();
    }

    private Instant recordedSince(Map<CheckId, List<Change>> changes) throws InterruptedException {
        Optional<Instant> since = needsResults()
                ? await(recordings.oldest())
                : changes.values().stream()
                        .filter(ofCheck -> !ofCheck.isEmpty())
                        .map(ofCheck -> ofCheck.getFirst().at())
                        .min(Instant::compareTo);
        return since.filter(question.to()::isAfter).orElse(question.to());
    }

    /** @return how far it got: the end of the span, unless the rule fires far too often */
    private Instant play(List<Take> takes, Instant first) throws InterruptedException {
        long hour = Math.floorDiv(first.toEpochMilli(), HOUR);
        long begin = hour;
        long end = Math.ceilDiv(question.to().toEpochMilli(), HOUR);
        Keeping wanted = new Keeping(needs);
        CompletableFuture<List<Track>> next = read(hour, wanted);
        try {
            for (; hour < end; hour++) {
                stopIfInterrupted();
                List<Track> tracks = await(next);
                next = hour + 1 < end ? read(hour + 1, wanted) : next;
                Instant until = earlier(Instant.ofEpochMilli((hour + 1) * HOUR), question.to());
                for (Take take : takes) {
                    take.play(tracks, until);
                }
                count(tracks);
                progress.accept((hour + 1.0 - begin) / (end - begin));
                if (takes.stream().anyMatch(Take::isFull)) {
                    return until;
                }
            }
            return question.to();
        } finally {
            next.cancel(true);
        }
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private CompletableFuture<List<Track>> read(long hour, Keeping wanted) {
        return needsResults()
                ? recordings.hour(hour, checks, wanted::wants)
                : CompletableFuture.completedFuture(List.of());
    }

    private void count(List<Track> tracks) {
        for (Track track : tracks) {
            samples += track.metric().equals(History.LATENCY) ? track.size() : 0;
        }
    }

    private Set<String> known() throws InterruptedException {
        Set<String> known = new LinkedHashSet<>();
        for (CheckId check : checks) {
            await(history.metrics(check)).forEach(metric -> known.add(metric.name()));
        }
        return known;
    }

    private Backtest backtest(Backtest.OnRecord record, List<Firings> firings, Troubles troubles, NormalRange normal) {
        Scope scope = scopes.getFirst();
        Firings own = firings.getFirst();
        List<Incident> found = troubles.incidents().stream()
                .filter(incident -> !own.during(incident, scope).isEmpty())
                .toList();
        List<Incident> missed = troubles.incidents().stream()
                .filter(incident -> !found.contains(incident))
                .toList();
        Optional<Backtest.Difference> difference = firings.stream()
                .skip(1)
                .map(saved -> new Backtest.Difference(
                        own.without(saved), saved.without(own), saved.all().size()))
                .findFirst();
        Suggestion suggestion = new Advice(scope, own, troubles, record.to()).suggestion(normal);
        AlertRule rule = question.rule();
        return new Backtest(rule, record, own.all(), found, missed, difference, suggestion);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static <T> T await(CompletableFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the store could not answer", e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
