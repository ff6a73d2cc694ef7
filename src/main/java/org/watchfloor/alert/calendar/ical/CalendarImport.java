package org.watchfloor.alert.calendar.ical;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.alert.calendar.MaintenanceReader;
import org.watchfloor.config.Change;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;

/**
 * Makes maintenance of the events of a calendar: each becomes an entry of its own whose id follows from its UID, so that
 * the same event read again changes that entry. What the entry says besides stays. Pure.
 */
public final class CalendarImport {
    /** Most events of one import. */
    public static final int MOST = 200;

    private static final Pattern OWN = Pattern.compile("maintenance-(.+?)(-\\d{8}T\\d{6}Z)?@watchfloor");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");
    private static final int LONGEST_ID = 60;

    private final CalendarReading reading;
    private final Map<EntryId, WrittenEntry> present;
    private final Written.Keys targets;
    private final List<NotTaken> notTaken;
    private final Set<EntryId> taken = new HashSet<>();

    /** @param targets what the maintenance is for, as keys of the configuration; none: as in the entries that are there */
    public CalendarImport(CalendarReading reading, Map<EntryId, WrittenEntry> present, Written.Keys targets) {
        this.reading = reading;
        this.present = Map.copyOf(present);
        this.targets = targets;
        this.notTaken = new ArrayList<>(reading.notTaken());
    }

    /**
     * What is to be done.
     *
     * @param notTaken everything of the calendar that could matter and comes to nothing
     */
    public record Plan(List<Change> changes, List<NotTaken> notTaken) {
        public Plan {
            changes = List.copyOf(changes);
            notTaken = List.copyOf(notTaken);
        }
    }

    /** The entries that the events would become. */
    public static List<EntryId> ids(CalendarReading reading) {
        return reading.events().stream().map(CalendarImport::id).distinct().toList();
    }

    public Plan plan() {
        List<Change> changes = new ArrayList<>();
        for (CalendarEvent event : reading.events()) {
            EntryId id = id(event);
            Optional<String> obstacle = obstacle(event, id);
            if (obstacle.isPresent()) {
                notTaken.add(new NotTaken(0, event.uid(), obstacle.get()));
            } else {
                changes.add(new Change.Save(id, keys(event, id), Optional.empty()));
            }
        }
        return new Plan(changes, notTaken);
    }

    private Optional<String> obstacle(CalendarEvent event, EntryId id) {
        Optional<WrittenEntry> there = Optional.ofNullable(present.get(id));
        Matcher own = OWN.matcher(event.uid());
        if (own.matches() && own.group(2) != null) {
            return Optional.of("it is one time of " + own.group(1) + ", whose cron expression no calendar can hold");
        }
        Optional<String> byHand = there.filter(entry -> entry.revision().isEmpty())
                .map(entry -> id + " stands in " + entry.place() + "; change it there");
        if (byHand.isPresent()) {
            return byHand;
        }
        if (there.isEmpty() && targets.keys().isEmpty()) {
            return Optional.of("it is not said what it is for: give hosts, groups, services, tags or matching");
        }
        if (taken.size() == MOST) {
            return Optional.of("more than " + MOST + " events at once");
        }
        return taken.add(id) ? Optional.empty() : Optional.of("another event has become " + id);
    }

    private Written.Keys keys(CalendarEvent event, EntryId id) {
        Written.Keys rest =
                Optional.ofNullable(present.get(id)).map(WrittenEntry::keys).orElse(Written.Keys.NONE);
        for (String key : WindowKeys.ALL) {
            rest = rest.without(key);
        }
        Written.Keys keys = Written.Keys.NONE.with("title", plain(event.summary()));
        keys = event.description().isBlank() ? keys : keys.with("reason", plain(event.description()));
        return rest.without("title")
                .without("reason")
                .with(keys)
                .with(WindowKeys.of(event.window()))
                .with(targets);
    }

    private static String plain(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    /** That of our own export, else one made of the UID. */
    static EntryId id(CalendarEvent event) {
        Matcher own = OWN.matcher(event.uid());
        String name = own.matches() ? own.group(1) : event.uid();
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "-");
        boolean isName = plain.equals(name)
                && name.length() <= LONGEST_ID
                && name.substring(0, 1).matches("[A-Za-z0-9]");
        String cut = plain.substring(0, Math.min(LONGEST_ID, plain.length()));
        return new EntryId(
                MaintenanceReader.SECTION, isName ? name : "event-" + cut + "-" + Integer.toHexString(name.hashCode()));
    }
}
