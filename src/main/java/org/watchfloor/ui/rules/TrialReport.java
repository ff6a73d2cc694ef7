package org.watchfloor.ui.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.config.EntryText;
import org.watchfloor.config.Written;
import org.watchfloor.engine.backtest.Backtest;
import org.watchfloor.engine.backtest.Firing;
import org.watchfloor.engine.backtest.Suggestion;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.Counted;
import org.watchfloor.ui.chart.FiringStrip;
import org.watchfloor.ui.chart.FiringStrip.Bar;
import org.watchfloor.ui.chart.FiringStrip.Look;
import org.watchfloor.ui.chart.Window;
import org.watchfloor.ui.fx.Formats;

/** A back-test in words and as a picture. Immutable. */
record TrialReport(Backtest test, Formats formats) {
    /** {@code 3.5 pages a week: 15 firings, 4 h 5 min firing in all}. */
    String headline() {
        int count = test.firings().size();
        return String.format(Locale.ROOT, "%.1f pages a week", test.pagesPerWeek()) + ": "
                + Counted.of(count, "firing")
                + (count == 0 ? "" : ", " + minutes(test.firing()) + " firing in all");
    }

    private static String minutes(Duration length) {
        return Counted.of(length.toMinutes(), "minute");
    }

    /** What there is to know beside the headline, each a sentence. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Incidents of its checks: " + test.found().size() + " found, "
                + test.missed().size() + " missed" + first(test.missed()));
        lines.add(difference());
        lines.add("On record: " + Formats.duration(test.record().observed()) + " of "
                + Formats.duration(test.record().asked()) + ", "
                + Counted.of(test.record().checks(), "check") + ", "
                + Formats.number(test.record().samples()) + " looks");
        lines.addAll(test.record().notes());
        return lines;
    }

    private static String first(List<Incident> missed) {
        return missed.isEmpty() ? "" : ", such as " + missed.getLast().summary();
    }

    private String difference() {
        return test.difference()
                .map(other -> "Against the saved version (" + Counted.of(other.before(), "firing") + "): "
                        + other.appeared().size() + " new, " + other.vanished().size() + " gone")
                .orElse("This is the saved version, or there is none to compare with.");
    }

    String advice() {
        return test.suggestion().sentence();
    }

    /** What the button says that puts the suggestion into the draft; empty if there is none. */
    Optional<String> remedy() {
        Suggestion suggestion = test.suggestion();
        List<String> parts = Stream.of(
                        suggestion.when().map(when -> "when: " + when),
                        suggestion
                                .hold()
                                .map(hold -> "for: " + EntryText.of(hold).text()))
                .flatMap(Optional::stream)
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of("Put into the draft: " + String.join(", ", parts));
    }

    Written.Keys mended(Written.Keys keys) {
        Suggestion suggestion = test.suggestion();
        Written.Keys limited =
                suggestion.when().map(when -> keys.with("when", when)).orElse(keys);
        return suggestion
                .hold()
                .map(hold -> limited.with("for", EntryText.of(hold)))
                .orElse(limited);
    }

    FiringStrip.Content picture() {
        Backtest.OnRecord record = test.record();
        List<FiringStrip.Row> rows = new ArrayList<>();
        rows.add(new FiringStrip.Row("Fires", bars(test.firings(), Look.FIRING)));
        test.difference().ifPresent(other -> {
            rows.add(new FiringStrip.Row("New", bars(other.appeared(), Look.NEW)));
            rows.add(new FiringStrip.Row("Gone", bars(other.vanished(), Look.GONE)));
        });
        rows.add(new FiringStrip.Row("Incidents", incidents()));
        return new FiringStrip.Content(new Window(record.from(), record.to()), formats, record.recordedFrom(), rows);
    }

    private List<Bar> bars(List<Firing> firings, Look look) {
        return firings.stream()
                .map(firing -> new Bar(
                        firing.from(),
                        firing.to().orElse(test.record().to()),
                        look,
                        firing.subject() + ": " + firing.explanation() + precision(firing)))
                .toList();
    }

    private String precision(Firing firing) {
        return firing.from().isBefore(test.record().exactFrom()) ? "\nto five minutes: looks are no longer kept" : "";
    }

    private List<Bar> incidents() {
        return Stream.concat(
                        test.missed().stream().map(incident -> bar(incident, Look.MISSED)),
                        test.found().stream().map(incident -> bar(incident, Look.FOUND)))
                .toList();
    }

    private Bar bar(Incident incident, Look look) {
        Instant end = incident.resolvedAt().orElse(test.record().to());
        return new Bar(incident.startedAt(), end, look, incident.summary() + (look == Look.FOUND ? "" : ", missed"));
    }
}
