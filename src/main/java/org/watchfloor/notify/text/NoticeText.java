package org.watchfloor.notify.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.Notice;

/** Notices in plain words for people. Immutable. */
public final class NoticeText {
    private final ZoneId zone;

    /** @param zone of the times that are shown; each carries its offset */
    public NoticeText(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * One line: {@code [P1] web-1/front is down: connection refused}, {@code [P1] RESOLVED after 12 min: …}, with a
     * count if there are more alerts than one, and how many of those still fire where it tells of an end.
     */
    public String title(Notice notice) {
        return isBareTest(notice) ? headline(notice) : "[" + notice.severity().priority() + "] " + headline(notice);
    }

    /** The title without the severity, for where that is shown beside it. */
    public String headline(Notice notice) {
        if (isBareTest(notice)) {
            return "TEST of the channel " + notice.channel();
        }
        String subject = notice.alerts().stream()
                .findFirst()
                .map(worst -> Excerpt.line(worst.summary(), 500) + others(notice))
                .orElse(Excerpt.line(notice.note(), 500));
        return word(notice) + subject;
    }

    private static boolean isBareTest(Notice notice) {
        return notice.kind() == Notice.Kind.TEST && notice.alerts().isEmpty();
    }

    /** All of it, a line each: the note, then every alert with its times, reasons and runbook. */
    public List<String> lines(Notice notice) {
        List<String> lines = new ArrayList<>();
        add(lines, "", notice.note());
        for (Notice.Item item : notice.alerts()) {
            separate(lines);
            lines.addAll(lines(item));
        }
        if (notice.more() > 0) {
            separate(lines);
            lines.add("… and " + notice.more() + " more");
        }
        return lines;
    }

    /** Title and lines in at most {@code max} characters. */
    public String whole(Notice notice, int max) {
        return Excerpt.cut((title(notice) + "\n\n" + body(notice, max)).strip(), max);
    }

    /** The lines in at most {@code max} characters. */
    public String body(Notice notice, int max) {
        return Excerpt.cut(String.join("\n", lines(notice)), max);
    }

    /** {@code 2026-01-05T10:00:00+01:00}. */
    public String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private static String word(Notice notice) {
        return switch (notice.kind()) {
            case FIRING -> "";
            case REMINDER -> "STILL: ";
            case ESCALATION -> "ESCALATED: ";
            case ACKNOWLEDGED -> "ACKNOWLEDGED: ";
            case RESOLVED ->
                "RESOLVED" + lasted(notice).map(time -> " after " + time).orElse("") + ": ";
            case DIGEST -> "DIGEST: ";
            case TEST -> "TEST: ";
            case NOTE -> "";
        };
    }

    private static String others(Notice notice) {
        int others = notice.alerts().size() - 1 + notice.more();
        return others == 0 ? "" : " (and " + others + " more" + stillFiring(notice, others) + ")";
    }

    /** Whoever reads that something is over must not take it for the end of all. */
    private static String stillFiring(Notice notice, int others) {
        long firing = notice.alerts().stream().filter(Notice.Item::isFiring).count();
        if (notice.kind() != Notice.Kind.RESOLVED || firing == 0) {
            return "";
        }
        return firing == others ? ", still firing" : ", " + firing + " still firing";
    }

    /** Of what is over: from the first start to the last end. */
    private static Optional<String> lasted(Notice notice) {
        Optional<Instant> start = notice.alerts().stream()
                .filter(item -> !item.isFiring())
                .map(Notice.Item::startsAt)
                .min(Comparator.naturalOrder());
        Optional<Instant> end =
                notice.alerts().stream().flatMap(item -> item.endsAt().stream()).max(Comparator.naturalOrder());
        return start.flatMap(from -> end.map(to -> Span.of(Duration.between(from, to))));
    }

    /** One alert: its summary, then indented what is known of it. */
    public List<String> lines(Notice.Item item) {
        List<String> lines = new ArrayList<>();
        lines.add("[" + item.severity().priority() + "] " + Excerpt.line(item.summary(), 500));
        lines.add("  " + state(item));
        item.acknowledgedBy().ifPresent(by -> add(lines, "  acknowledged by ", by.toString()));
        add(lines, "  ", item.description());
        add(lines, "  ", item.explanation());
        add(lines, "  ", item.diagnosis());
        add(lines, "  runbook: ", item.runbook());
        add(lines, "  ", item.labels().toString());
        return lines;
    }

    private String state(Notice.Item item) {
        String since = time(item.startsAt());
        return item.endsAt()
                .map(end -> "resolved " + time(end) + " after " + Span.of(Duration.between(item.startsAt(), end))
                        + ", since " + since)
                .orElse("firing since " + since);
    }

    private static void add(List<String> lines, String before, String text) {
        text.lines()
                .map(line -> Excerpt.line(line, 2_000))
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.add(before + line));
    }

    private static void separate(List<String> lines) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }
}
