package org.watchfloor.ui.quiet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.alert.Silence;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.Span;
import org.watchfloor.config.EntryId;
import org.watchfloor.ui.fx.Formats;

/**
 * Some days with all that keeps alerts quiet in them. Places in it are counted in days from the left edge; a day is as
 * wide as any other, whether the clock shows 23, 24 or 25 hours of it. Immutable.
 *
 * @param now empty if it lies elsewhere
 */
record CalendarPage(LocalDate first, int days, List<Line> lines, OptionalDouble now) {
    private static final int MOST = 300;

    CalendarPage {
        lines = List.copyOf(lines);
    }

    /** A silence or a maintenance with all its times. */
    record Line(EntryId entry, String name, List<Bar> bars) {
        Line {
            bars = List.copyOf(bars);
        }

        boolean isSilence() {
            return entry.section().equals(AlertSection.SILENCES.key());
        }
    }

    /** @param words when, in full */
    record Bar(double from, double to, String words) {}

    /** Those that have no time in these days are left out. */
    static CalendarPage of(AlertPolicy policy, LocalDate first, int days, Formats formats, Instant now) {
        ZoneId zone = formats.zone();
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant to = first.plusDays(days).atStartOfDay(zone).toInstant();
        Span page = new Span(from, to);
        List<Line> lines = new ArrayList<>();
        for (Maintenance planned : policy.maintenance()) {
            lines.add(new Line(
                    AlertSection.MAINTENANCE.entry(planned.id()),
                    planned.title(),
                    bars(planned.window().between(from, to, MOST), page, formats)));
        }
        for (Silence silence : policy.silences()) {
            Span span = new Span(silence.from(), silence.until());
            lines.add(new Line(
                    AlertSection.SILENCES.entry(silence.id()),
                    silence.matchers().toString(),
                    bars(span.meets(page) ? List.of(span) : List.of(), page, formats)));
        }
        lines.removeIf(line -> line.bars().isEmpty());
        lines.sort(Comparator.comparing(Line::isSilence)
                .thenComparingDouble(line -> line.bars().getFirst().from()));
        return new CalendarPage(
                first,
                days,
                lines,
                page.covers(now) ? OptionalDouble.of(place(now, first, zone)) : OptionalDouble.empty());
    }

    private static List<Bar> bars(List<Span> spans, Span page, Formats formats) {
        LocalDate first = page.from().atZone(formats.zone()).toLocalDate();
        return spans.stream()
                .map(span -> new Bar(
                        place(later(span.from(), page.from()), first, formats.zone()),
                        place(earlier(span.to(), page.to()), first, formats.zone()),
                        formats.moment(span.from()) + " – " + formats.moment(span.to())))
                .toList();
    }

    private static double place(Instant at, LocalDate first, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        Instant begin = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        double share = (double) Duration.between(begin, at).toMillis()
                / Duration.between(begin, end).toMillis();
        return first.until(day, ChronoUnit.DAYS) + share;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
