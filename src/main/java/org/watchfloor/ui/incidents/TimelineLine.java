package org.watchfloor.ui.incidents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.incident.TimelineEntry;

/**
 * An entry of a timeline with the time that passed since the one before.
 *
 * @param after empty for the first
 */
public record TimelineLine(TimelineEntry entry, Optional<Duration> after) {
    static List<TimelineLine> of(List<TimelineEntry> entries) {
        List<TimelineLine> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            TimelineEntry entry = entries.get(i);
            lines.add(new TimelineLine(
                    entry,
                    i == 0
                            ? Optional.empty()
                            : Optional.of(Duration.between(entries.get(i - 1).at(), entry.at()))));
        }
        return lines;
    }
}
