package org.watchfloor.engine.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.incident.Incident;

/**
 * What a rule would have done. Silences, inhibitions, dependencies between alerts and grouping are left out: a page is
 * one firing.
 *
 * @param record what there was to look at
 * @param firings in order of time
 * @param found incidents of checks that the rule looks at, of which it told
 * @param missed those of which it did not
 * @param difference to the saved version; empty if there is none to compare with
 */
public record Backtest(
        AlertRule rule,
        OnRecord record,
        List<Firing> firings,
        List<Incident> found,
        List<Incident> missed,
        Optional<Difference> difference,
        Suggestion suggestion) {
    private static final double WEEK = Duration.ofDays(7).toSeconds();

    public Backtest {
        firings = List.copyOf(firings);
        found = List.copyOf(found);
        missed = List.copyOf(missed);
    }

    /**
     * What there was to look at.
     *
     * @param from begin of the span that was asked for
     * @param to its end
     * @param recordedFrom from when on there is something
     * @param exactFrom from when on it was judged look by look; from {@code recordedFrom} until then by figures of five
     *     minutes, which are kept for longer, so that what is shorter is approximate
     * @param observed how much of the span was observed: without what is not recorded, and without gaps
     * @param checks that the rule looks at
     * @param samples looks that were gone through, those made from figures among them
     * @param notes what the operator has to know about it, each a sentence
     */
    public record OnRecord(
            Instant from,
            Instant to,
            Instant recordedFrom,
            Instant exactFrom,
            Duration observed,
            int checks,
            long samples,
            List<String> notes) {
        public OnRecord {
            notes = List.copyOf(notes);
        }

        public Duration asked() {
            return Duration.between(from, to);
        }

        /** How much was judged by figures of five minutes; zero if nothing was. */
        public Duration approximate() {
            return Duration.between(recordedFrom, exactFrom);
        }
    }

    /**
     * What is other than with the saved version.
     *
     * @param appeared firings that meet none of the saved version about the same subject
     * @param vanished firings of the saved version that meet none of this one
     * @param before how often the saved version fired
     */
    public record Difference(List<Firing> appeared, List<Firing> vanished, int before) {
        public Difference {
            appeared = List.copyOf(appeared);
            vanished = List.copyOf(vanished);
        }
    }

    /** Over the time that was observed; 0 if nothing was. */
    public double pagesPerWeek() {
        double seconds = record.observed().toSeconds();
        return seconds == 0 ? 0 : firings.size() * WEEK / seconds;
    }

    /** Of all subjects added up. */
    public Duration firing() {
        return firings.stream().map(firing -> firing.length(record.to())).reduce(Duration.ZERO, Duration::plus);
    }
}
