package org.watchfloor.engine.backtest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.condition.Needs;
import org.watchfloor.config.Check;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Keeping;
import org.watchfloor.engine.Recordings;
import org.watchfloor.engine.Recordings.Change;
import org.watchfloor.engine.Recordings.Track;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.CheckId;

/**
 * One run through the past: stretch by stretch, while the next one is already being read. The thread that runs it may be
 * interrupted: it only waits for answers of the store and never enters it.
 */
final class Rehearsal {
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
        Kept kept = needsResults() ? kept() : Kept.inFull(recordedSince(changes));
        Instant first = later(begin, kept.from());
        List<Take> takes = scopes.stream()
                .map(one -> new Take(one, changes, around, first, question.from()))
                .toList();
        Rebuilding rebuilding = new Rebuilding(looked(), changes, pauses);
        Past past = new Past(recordings, checks, new Keeping(needs)::wants, rebuilding, kept.looksFrom());
        Instant reached = play(takes, past, first);
        List<Firings> firings = takes.stream().map(take -> take.finish(reached)).toList();
        Backtest.OnRecord record = new Recorded(question, scope, pauses, known())
                .of(later(question.from(), first), kept.looksFrom(), reached, samples);
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

    /**
     * What there is of results.
     *
     * @param from when the oldest began
     * @param looksFrom from when on they are kept look by look, and not only in figures
     */
    private record Kept(Instant from, Instant looksFrom) {
        static Kept inFull(Instant from) {
            return new Kept(from, from);
        }
    }

    private Kept kept() throws InterruptedException {
        Instant looksFrom = await(recordings.oldest()).map(this::withinSpan).orElse(question.to());
        Instant figuresFrom =
                await(recordings.oldestFigures()).map(this::withinSpan).orElse(looksFrom);
        return new Kept(earlier(looksFrom, figuresFrom), looksFrom);
    }

    private Instant recordedSince(Map<CheckId, List<Change>> changes) {
        return changes.values().stream()
                .filter(ofCheck -> !ofCheck.isEmpty())
                .map(ofCheck -> ofCheck.getFirst().at())
                .min(Instant::compareTo)
                .map(this::withinSpan)
                .orElse(question.to());
    }

    private Instant withinSpan(Instant time) {
        return earlier(time, question.to());
    }

    private Map<CheckId, Check> looked() {
        return question.site().checks().stream()
                .filter(check -> checks.contains(check.id()))
                .collect(Collectors.toMap(Check::id, check -> check));
    }

    /** @return how far it got: the end of the span, unless the rule fires far too often */
    private Instant play(List<Take> takes, Past past, Instant first) throws InterruptedException {
        Instant begin = first.truncatedTo(ChronoUnit.HOURS);
        Instant reached = begin;
        Past.Stretch next = stretch(past, begin);
        try {
            while (reached.isBefore(question.to()) && takes.stream().noneMatch(Take::isFull)) {
                stopIfInterrupted();
                List<Track> tracks = await(next.tracks());
                reached = withinSpan(next.until());
                next = reached.isBefore(question.to()) ? stretch(past, reached) : next;
                for (Take take : takes) {
                    take.play(tracks, reached);
                }
                count(tracks);
                progress.accept(part(begin, reached));
            }
            return reached;
        } finally {
            next.tracks().cancel(true);
        }
    }

    private Past.Stretch stretch(Past past, Instant begin) {
        return needsResults() ? past.from(begin) : Past.Stretch.unread(begin);
    }

    private double part(Instant begin, Instant reached) {
        return Duration.between(begin, reached).toMillis()
                / (double) Duration.between(begin, question.to()).toMillis();
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
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
