package org.watchfloor.engine.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchfloor.alert.condition.Metric;
import org.watchfloor.alert.condition.Sight;
import org.watchfloor.engine.History;
import org.watchfloor.model.Phase;

/**
 * Says what there was to look at.
 *
 * @param known metrics that were ever brought home by one of the checks
 */
record Recorded(Question question, Scope scope, Pauses pauses, Set<String> known) {
    private static final Set<String> DERIVED = Set.of(History.LATENCY, Sight.FAILED, Sight.FLAPPING);
    private static final Set<String> PHASES =
            Arrays.stream(Phase.values()).map(Phase::metric).collect(Collectors.toUnmodifiableSet());
    private static final Duration HARDLY = Duration.ofMinutes(90);

    /** @param looksFrom from when on looks are kept */
    Backtest.OnRecord of(Instant recordedFrom, Instant looksFrom, Instant reached, long samples) {
        Instant begin = earlier(recordedFrom, reached);
        Instant exactFrom = looksFrom.isAfter(begin) ? earlier(looksFrom, reached) : begin;
        long paused = pauses.within(begin.toEpochMilli(), reached.toEpochMilli());
        Duration observed = Duration.between(begin, reached).minusMillis(paused);
        List<String> notes = new ArrayList<>();
        boolean needsResults = !scope.rule().needs().windows().isEmpty();
        if (scope.subjects().isEmpty()) {
            notes.add("The rule looks at no check of this site; mend what it is on.");
        }
        if (begin.isAfter(question.from().plus(HARDLY))) {
            notes.add("%s of %s are on record%s."
                    .formatted(
                            Lengths.text(Duration.between(begin, question.to())),
                            Lengths.text(Duration.between(question.from(), question.to())),
                            needsResults ? limit() : ""));
        }
        if (exactFrom.isAfter(begin)) {
            notes.add(("The first %s are judged from figures of 5 minutes: what is shorter than that is approximate;"
                            + " keep-samples in the settings, now %s, keeps results for longer.")
                    .formatted(
                            Lengths.text(Duration.between(begin, exactFrom)),
                            Lengths.text(question.site().settings().keepSamples())));
        }
        if (paused > HARDLY.toMillis()) {
            notes.add("For %s of that time Watchfloor observed nothing; that counts as missing."
                    .formatted(Lengths.text(Duration.ofMillis(paused))));
        }
        if (!needsResults) {
            notes.add("The rule asks for states only: they are taken from the recorded changes, not from results.");
        }
        scope.rule().needs().windows().keySet().stream()
                .filter(metric -> !metric.isPattern())
                .map(Metric::name)
                .sorted()
                .forEach(metric -> unknown(metric, notes));
        if (reached.isBefore(question.to())) {
            notes.add("It stopped at %s: the rule had fired more than %s times by then."
                    .formatted(reached, "%,d".formatted(Take.MOST_FIRINGS)));
        }
        return new Backtest.OnRecord(
                question.from(),
                reached,
                begin,
                exactFrom,
                observed,
                scope.subjects().size(),
                samples,
                notes);
    }

    /** What keeps it from being more, if it is not that recording began later. */
    private String limit() {
        Duration kept = question.site().settings().keepFiveMinutes();
        return kept.compareTo(Duration.between(question.from(), question.to())) < 0
                ? "; figures of results are kept for " + Lengths.text(kept)
                        + ", which keep-five-minutes in the settings can lengthen"
                : "";
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void unknown(String metric, List<String> notes) {
        if (PHASES.contains(metric) && !known.contains(metric)) {
            notes.add("How long the phase " + metric + " took is not kept, so that it is missing all the time.");
        } else if (!DERIVED.contains(metric) && !known.contains(metric)) {
            notes.add("No check of the rule has ever brought home " + metric + ", so that it is missing all the time.");
        }
    }
}
