package org.watchfloor.alert.calendar;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;

/** Reads {@code zone:}. Pure functions. */
final class ZoneText {
    static final String KEY = "zone";

    private ZoneText() {}

    /** An IANA zone such as {@code Europe/Berlin}; offsets and abbreviations are refused: they know no summer time. */
    static ZoneId read(ConfigNode node, ZoneId byDefault) {
        return node.key(KEY, "IANA time zone such as Europe/Berlin; that of the system by default")
                .text()
                .flatMap(text -> zone(text, node))
                .orElse(byDefault);
    }

    private static Optional<ZoneId> zone(String text, ConfigNode node) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return Optional.of(ZoneId.of(text));
        }
        String end = text.toLowerCase(Locale.ROOT).replace(' ', '_');
        String mend = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !end.isEmpty() && ("/" + id.toLowerCase(Locale.ROOT)).endsWith("/" + end))
                .min(String::compareTo)
                .map(id -> "did you mean " + id + "?")
                .orElse("write an IANA name such as Europe/Berlin or UTC");
        node.problem(KEY, "\"zone\" is " + Quoted.text(text) + ", not a time zone", mend);
        return Optional.empty();
    }
}
