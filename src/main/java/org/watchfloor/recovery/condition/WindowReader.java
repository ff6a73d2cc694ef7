package org.watchfloor.recovery.condition;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.recovery.step.Choices;

/** Reads {@code between:} with its days and zone. Use once, by one thread. */
final class WindowReader {
    private static final Pattern RANGE =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9]) ?- ?(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)");

    private final ConfigNode node;
    private final ZoneId zone;

    WindowReader(ConfigNode node, ZoneId zone) {
        this.node = node;
        this.zone = zone;
    }

    Optional<TimeWindow> read() {
        Set<DayOfWeek> days = Choices.read(
                node, "days", "day", "days on which the time begins, such as monday; all by default", DayOfWeek.class);
        ZoneId there = node.key("zone", "IANA time zone such as Europe/Berlin; that of the system by default")
                .text()
                .flatMap(this::zone)
                .orElse(zone);
        Optional<String> between =
                node.key("between", "time of the day such as 22:00-06:00").text();
        Optional<TimeWindow> window =
                between.flatMap(text -> window(text, days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days, there));
        if (between.isEmpty() && !days.isEmpty()) {
            node.problem("days", "it is not said at which time of these days", "add between: such as 22:00-06:00");
        }
        return window;
    }

    private Optional<TimeWindow> window(String text, Set<DayOfWeek> days, ZoneId there) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            node.problem("between", "\"" + text + "\" is no time of the day", "write such as 22:00-06:00");
            return Optional.empty();
        }
        LocalTime from = LocalTime.parse(range.group(1) + ":" + range.group(2));
        LocalTime to =
                range.group(3) == null ? LocalTime.MIDNIGHT : LocalTime.parse(range.group(3) + ":" + range.group(4));
        return Optional.of(new TimeWindow(from, to, days, there));
    }

    /** Offsets and abbreviations are refused: they know no summer time. */
    private Optional<ZoneId> zone(String text) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return Optional.of(ZoneId.of(text));
        }
        node.problem("zone", "\"" + text + "\" is not a time zone", "write an IANA name such as Europe/Berlin or UTC");
        return Optional.empty();
    }
}
