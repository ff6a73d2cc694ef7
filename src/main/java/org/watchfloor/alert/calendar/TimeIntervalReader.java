package org.watchfloor.alert.calendar;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.config.ConfigKey;
import org.watchfloor.config.ConfigNode;

/**
 * Reads one entry of {@code intervals:}: {@code any:}, a list of slots. Stateless; asks for every key, so that the
 * format can be described.
 */
public final class TimeIntervalReader {
    private final ZoneId systemZone;

    /** @param systemZone for slots that name none */
    public TimeIntervalReader(ZoneId systemZone) {
        this.systemZone = systemZone;
    }

    /** A partly default interval if problems were noted on the node. */
    public TimeInterval read(String id, ConfigNode node) {
        List<Slot> slots = new ArrayList<>();
        List<ConfigNode> nodes = node.sections("any", "slots, any of which is enough; each needs all that it says");
        nodes.forEach(slot -> slots.add(slot(slot)));
        if (nodes.isEmpty()) {
            node.problem(
                    "the interval " + Quoted.text(id) + " has no slot",
                    "add any: and below it such as - {weekdays: [mon-fri], times: [\"09:00-17:00\"]}");
        }
        return new TimeInterval(id, slots, node.place());
    }

    private Slot slot(ConfigNode node) {
        Slot slot = new Slot(
                ZoneText.read(node, systemZone),
                read(node, "times", "ranges such as 09:00-17:00; 22:00-07:00 goes over midnight", RangeText::clock),
                read(node, "weekdays", "days or ranges such as mon-fri; default all", RangeText::weekdays),
                read(node, "days-of-month", "1 to 31, from the end -1 to -31, or ranges", RangeText::daysOfMonth),
                read(node, "months", "months or ranges such as jan-mar or 1-3; default all", RangeText::months));
        if (List.of("times", "weekdays", "days-of-month", "months").stream()
                .allMatch(key -> node.placeOf(key).equals(node.place()))) {
            node.problem("the slot restricts nothing", "add times, weekdays, days-of-month or months");
        }
        return slot;
    }

    private static <T> List<T> read(ConfigNode node, String key, String doc, RangeText.Reading<T> reading) {
        ConfigKey written = node.key(key, doc);
        List<T> ranges = new ArrayList<>();
        for (String text : written.texts()) {
            Optional<T> range = reading.read(text);
            range.ifPresentOrElse(
                    ranges::add,
                    () -> node.problem(
                            key,
                            "\"" + key + "\" has " + Quoted.text(text) + ", which is no such range",
                            "write " + doc));
        }
        return ranges;
    }
}
