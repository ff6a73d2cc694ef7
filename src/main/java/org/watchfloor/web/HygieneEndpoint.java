package org.watchfloor.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.engine.hygiene.Finding;
import org.watchfloor.engine.hygiene.Inspection;
import org.watchfloor.engine.hygiene.Remedy;

/** Which rules do more harm than good. */
final class HygieneEndpoint {
    private final Snapshots snapshots;
    private final Inspection inspection;
    private final InstantSource clock;

    HygieneEndpoint(EnginePorts engine, InstantSource clock) {
        this.snapshots = engine.snapshots();
        this.inspection = new Inspection(engine.history(), engine.alertHistory());
        this.clock = clock;
    }

    Reply answer(Call call) throws InterruptedException {
        Instant now = clock.instant();
        TimeSpan span = call.query().span("-30d", now);
        List<Finding> findings =
                Answers.await(inspection.findings(snapshots.current().site(), span.from(), span.to()));
        return Reply.ok(new Findings(
                span.from(), span.to(), findings.stream().map(FindingJson::of).toList()));
    }

    /** In the order of the rules. */
    record Findings(Instant from, Instant to, List<FindingJson> findings) {}

    /** A finding, and what would mend it. */
    record FindingJson(String rule, Finding.Kind kind, String why, RemedyJson remedy) {
        static FindingJson of(Finding finding) {
            return new FindingJson(finding.rule(), finding.kind(), finding.why(), RemedyJson.of(finding.remedy()));
        }
    }

    /**
     * What would mend it.
     *
     * @param kind which of the other fields counts
     */
    record RemedyJson(
            String kind,
            String text,
            Optional<String> when,
            Optional<Double> forSeconds,
            Optional<String> severity,
            Optional<String> with,
            Optional<String> silence) {
        static RemedyJson of(Remedy remedy) {
            return switch (remedy) {
                case Remedy.Limit limit -> of(remedy, Optional.of(limit.when()), Optional.empty());
                case Remedy.Hold hold -> of(remedy, Optional.empty(), Optional.of(Seconds.of(hold.hold())));
                case Remedy.Lower lower ->
                    named(remedy, Optional.of(lower.severity().name()), Optional.empty(), Optional.empty());
                case Remedy.Merge merge -> named(remedy, Optional.empty(), Optional.of(merge.with()), Optional.empty());
                case Remedy.EndSilence end ->
                    named(remedy, Optional.empty(), Optional.empty(), Optional.of(end.silence()));
                case Remedy.SwitchOff _ -> of(remedy, Optional.empty(), Optional.empty());
            };
        }

        private static RemedyJson of(Remedy remedy, Optional<String> when, Optional<Double> hold) {
            return new RemedyJson(
                    remedy.kind(), remedy.text(), when, hold, Optional.empty(), Optional.empty(), Optional.empty());
        }

        private static RemedyJson named(
                Remedy remedy, Optional<String> severity, Optional<String> with, Optional<String> silence) {
            return new RemedyJson(
                    remedy.kind(), remedy.text(), Optional.empty(), Optional.empty(), severity, with, silence);
        }
    }
}
