package org.watchfloor.ui.detail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Diagnosis;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Timings;
import org.watchfloor.ui.chart.Quantity;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LocalText;
import org.watchfloor.ui.fx.StateLook;

/**
 * The latest look of a check in words, safe to show. Immutable.
 *
 * @param when when it was taken and how long it took
 * @param reason why it is not up; empty if it is
 * @param diagnosis where the way to the target is broken; empty if it works or that is not known
 * @param stale since when the figures are stale, and why; empty if they are not
 * @param coming what is not confirmed yet: {@code down, 1 of 3}; empty if nothing is
 */
record LastResult(
        String message,
        String reason,
        String coming,
        String diagnosis,
        String when,
        String stale,
        Timings timings,
        List<Figure> figures,
        String facts) {
    static final LastResult NONE = new LastResult("No result yet.", "", "", "", "", "", Timings.NONE, List.of(), "");

    private static final int LONGEST_MESSAGE = 2_000;

    LastResult {
        figures = List.copyOf(figures);
    }

    /** A measurement in words. */
    record Figure(String name, String value) {}

    /**
     * Where the way to the target is broken.
     *
     * @param underWay since when it is being tried
     * @param found what was found last
     */
    record Descent(Optional<Instant> underWay, Optional<Diagnosis> found) {}

    /** @param good whose figures are shown */
    static LastResult of(CheckHealth health, LastGood good, Descent descent, Formats formats, Instant now) {
        return health.last()
                .map(result -> of(result, health, good, text(descent, formats, now), formats, now))
                .orElseGet(() -> NONE.with(good.mark()));
    }

    private static LastResult of(
            CheckResult result, CheckHealth health, LastGood good, String diagnosis, Formats formats, Instant now) {
        return new LastResult(
                SafeText.block(result.outcome().message(), LONGEST_MESSAGE),
                reason(result.outcome()).map(Reason::text).orElse(""),
                health.coming().map(LastResult::text).orElse(""),
                diagnosis,
                formats.moment(result.startedAt(), now) + ", took " + Formats.millis(millis(result.latency())),
                SafeText.line(good.mark(), LONGEST_MESSAGE),
                result.observation().timings(),
                good.values().stream()
                        .flatMap(values -> values.observation().measurements().stream())
                        .map(LastResult::figure)
                        .toList(),
                FactSheet.of(result.observation().facts()));
    }

    private LastResult with(String mark) {
        return new LastResult(message, reason, coming, diagnosis, when, mark, timings, figures, facts);
    }

    private static Figure figure(Measurement measurement) {
        return new Figure(
                SafeText.line(measurement.name(), 60),
                SafeText.line(Quantity.text(measurement.value(), measurement.unit()), 60));
    }

    private static String text(CheckHealth.Coming coming) {
        return StateLook.of(coming.state()).word() + ", " + coming.streak() + " of " + coming.needed() + " looks";
    }

    private static String text(Descent descent, Formats formats, Instant now) {
        String trying = descent.underWay()
                .map(since -> "Trying the way to the target step by step, since " + formats.moment(since, now) + " …")
                .orElse("");
        String found = descent.found()
                .map(one -> LocalText.of(one.text(), formats, now))
                .map(text -> SafeText.block(text, LONGEST_MESSAGE))
                .orElse("");
        return trying + (trying.isEmpty() || found.isEmpty() ? "" : "\n") + found;
    }

    private static Optional<Reason> reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up _ -> Optional.empty();
            case Outcome.Degraded degraded -> Optional.of(degraded.reason());
            case Outcome.Down down -> Optional.of(down.reason());
            case Outcome.Unknown unknown -> Optional.of(unknown.reason());
        };
    }

    private static double millis(Duration latency) {
        return latency.toNanos() / 1e6;
    }
}
