package org.watchfloor.ui.quiet;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.ical.CalendarImport;
import org.watchfloor.alert.calendar.ical.CalendarReading;
import org.watchfloor.alert.calendar.ical.NotTaken;
import org.watchfloor.config.Change;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.ui.fx.Formats;

/**
 * What a calendar would make of the maintenance. Immutable.
 *
 * @param added one line for each event that becomes new maintenance
 * @param changed one line for each that becomes other than it was
 * @param same how many are as they were
 * @param left what is not taken over, and why
 * @param changes what is to be written
 */
record ImportPreview(List<String> added, List<String> changed, int same, List<String> left, List<Change> changes) {
    ImportPreview {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        left = List.copyOf(left);
        changes = List.copyOf(changes);
    }

    /** What the preview looks at; all of it may be used on any thread. */
    record Asked(CalendarReading reading, Collection<WrittenEntry> present, Written.Keys targets) {}

    /** What is there keeps what it is for: only new maintenance is for the targets. */
    static ImportPreview of(Asked asked, ZoneId zone, Instant now) {
        Map<EntryId, WrittenEntry> present =
                asked.present().stream().collect(Collectors.toMap(WrittenEntry::id, Function.identity()));
        CalendarImport.Plan plan = new CalendarImport(asked.reading(), present, asked.targets()).plan();
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Change change : plan.changes()) {
            Change.Save planned = (Change.Save) change;
            Optional<WrittenEntry> before = Optional.ofNullable(present.get(planned.id()));
            Written.Keys keys = before.map(entry -> keepingTargets(planned.keys(), entry.keys()))
                    .orElse(planned.keys());
            if (before.filter(entry -> isSame(entry.keys(), keys, zone)).isEmpty()) {
                changes.add(new Change.Save(planned.id(), keys, before.flatMap(WrittenEntry::revision)));
                (before.isPresent() ? changed : added).add(line(planned.id(), keys, zone, now));
            }
        }
        return new ImportPreview(
                added,
                changed,
                plan.changes().size() - changes.size(),
                plan.notTaken().stream().map(ImportPreview::line).toList(),
                changes);
    }

    private static Written.Keys keepingTargets(Written.Keys next, Written.Keys before) {
        Written.Keys keys = next;
        for (String kind : TargetFields.KINDS) {
            keys = keys.without(kind);
            Optional<Written> old = Optional.ofNullable(before.keys().get(kind));
            keys = old.isPresent() ? keys.with(kind, old.get()) : keys;
        }
        return keys;
    }

    /** A person may have written the same in other words. */
    private static boolean isSame(Written.Keys one, Written.Keys other, ZoneId zone) {
        Optional<Maintenance> planned = read(one, zone);
        return one.equals(other) || (planned.isPresent() && planned.equals(read(other, zone)));
    }

    private static Optional<Maintenance> read(Written.Keys keys, ZoneId zone) {
        return EntryDraft.read(AlertSection.MAINTENANCE, keys, zone).policy().maintenance().stream()
                .findFirst();
    }

    private static String line(EntryId id, Written.Keys keys, ZoneId zone, Instant now) {
        return read(keys, zone)
                .map(planned -> planned.title() + ": "
                        + PlannedRow.of(planned, now)
                                .occurrence()
                                .map(span -> new Formats(planned.zone()).moment(span.from()) + ", "
                                        + Formats.duration(span.length()))
                                .orElse("not again"))
                .orElse(id.id());
    }

    private static String line(NotTaken left) {
        return (left.line() == 0 ? "" : "line " + left.line() + ": ") + left.what() + ": " + left.why();
    }
}
