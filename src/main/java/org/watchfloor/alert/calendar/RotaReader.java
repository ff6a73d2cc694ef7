package org.watchfloor.alert.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.config.ConfigNode;

/** Reads one entry of {@code rotas:}. Stateless; asks for every key, so that the format can be described. */
public final class RotaReader {
    private static final Pattern EVERY = Pattern.compile("([1-9]\\d{0,2})([dw])");
    private static final int MOST_PEOPLE = 500;

    private final ZoneId systemZone;
    private final Set<String> known;

    /**
     * @param systemZone for rotas that name none
     * @param known the ids of all people
     */
    public RotaReader(ZoneId systemZone, Set<String> known) {
        this.systemZone = systemZone;
        this.known = Set.copyOf(known);
    }

    /** Empty if it has problems that leave nobody on call; problems are noted on the node. */
    public Optional<Rota> read(String id, ConfigNode node) {
        String title = node.key("title", "shown name; the id by default").text(id);
        List<String> people = people(node);
        ZoneId zone = ZoneText.read(node, systemZone);
        Optional<HandOver> handOver = handOver(node);
        Optional<Integer> every = node.key("every", "length of a turn in days or weeks: 1d, 7d, 1w, 2w")
                .text()
                .flatMap(text -> days(text, node));
        Optional<LocalDate> starts = starts(node);
        List<StandIn> standIns = new StandInReader(zone, known).read(node);
        if (node.isDescribing() || people.isEmpty() || handOver.isEmpty() || starts.isEmpty()) {
            return Optional.empty();
        }
        HandOver change = handOver.get();
        LocalDate first = onDay(change, starts.get(), node);
        int days = every.orElseGet(() -> change.weekday().isPresent() ? 7 : 1);
        if (change.weekday().isPresent() && days % 7 != 0) {
            node.problem(
                    "every", "\"every\" is no number of weeks, but hand-over names a weekday", "write 1w or daily");
        }
        Turns turns = new Turns(first.atTime(change.time()), days, zone);
        return Optional.of(new Rota(id, title, people, turns, standIns, node.place()));
    }

    private List<String> people(ConfigNode node) {
        List<String> people = node.key("people", "ids of the people in the order of their turns")
                .texts();
        if (people.isEmpty()) {
            node.problem("people", "nobody is in the rota", "add people: [id, id]");
        } else if (people.size() > MOST_PEOPLE) {
            node.problem("people", "more than " + MOST_PEOPLE + " turns", "write two rotas");
        }
        people.forEach(who -> People.check(who, known, "people", node));
        return people;
    }

    private static Optional<HandOver> handOver(ConfigNode node) {
        String key = "hand-over";
        Optional<String> text = node.key(key, "weekday or daily, and the local time: mon 09:00, daily 09:00")
                .text();
        if (text.isEmpty()) {
            node.problem("\"hand-over\" is missing", "add such as hand-over: mon 09:00");
        }
        Optional<HandOver> found = text.flatMap(HandOver::parse);
        if (text.isPresent() && found.isEmpty()) {
            node.problem(
                    key,
                    "\"hand-over\" is " + Quoted.text(text.get()) + ", not a day and a time",
                    "write such as mon 09:00 or daily 09:00");
        }
        return found;
    }

    private static Optional<Integer> days(String text, ConfigNode node) {
        Matcher found = EVERY.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!found.matches()) {
            node.problem(
                    "every", "\"every\" is " + Quoted.text(text) + ", not days or weeks", "write such as 1d, 7d or 2w");
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(found.group(1)) * (found.group(2).equals("w") ? 7 : 1));
    }

    private static Optional<LocalDate> starts(ConfigNode node) {
        String key = "starts";
        Optional<String> text = node.key(
                        key, "date of the first hand-over, such as 2026-01-05; the first person begins")
                .text();
        if (text.isEmpty()) {
            node.problem("\"starts\" is missing", "add the date of the first hand-over, such as 2026-01-05");
        }
        Optional<LocalDate> found = text.flatMap(LocalText::date);
        if (text.isPresent() && found.isEmpty()) {
            String what = "\"starts\" is " + Quoted.text(text.get()) + ", not a date";
            node.problem(key, what, "write such as 2026-01-05");
        }
        return found;
    }

    private static LocalDate onDay(HandOver handOver, LocalDate starts, ConfigNode node) {
        DayOfWeek weekday = handOver.weekday().orElse(starts.getDayOfWeek());
        LocalDate next = starts.with(TemporalAdjusters.nextOrSame(weekday));
        if (!next.equals(starts)) {
            node.problem(
                    "starts",
                    "\"starts\" is a " + name(starts.getDayOfWeek()) + ", but hand-over is on " + name(weekday),
                    "write " + next + ", or change hand-over");
        }
        return next;
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
