package org.watchfloor.ui.away;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.model.Counted;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LocalText;

/** What happened, in words. Pure. */
final class AwayWords {
    private AwayWords() {}

    /** {@code 02:11:09 – 02:25:40 CET · 14 min 31 s}, with the day if it is not today. */
    static String times(Happening one, Formats formats, Instant now) {
        Duration length = Duration.between(one.from(), one.to().orElse(now));
        String span = one.to()
                .map(to -> span(one.from(), to, formats, now))
                .orElseGet(() -> "since " + formats.moment(one.from(), now));
        return span + " · " + Formats.duration(length);
    }

    private static String span(Instant from, Instant to, Formats formats, Instant now) {
        boolean sameDay = formats.day(from).equals(formats.day(to));
        boolean sameZone = formats.zoneAt(from).equals(formats.zoneAt(to));
        if (!sameDay || !sameZone) {
            return formats.moment(from, now) + " – " + formats.moment(to, now);
        }
        String day = formats.day(from).equals(formats.day(now)) ? "" : formats.day(from) + " ";
        return day + formats.clock(from) + " – " + formats.clock(to) + " " + formats.zoneAt(to);
    }

    /** {@code Still going on} or {@code Over, 3 h ago}. */
    static String standing(Happening one, Instant now) {
        return one.to()
                .map(to -> "Over, " + Formats.roughly(Duration.between(to, now)) + " ago")
                .orElse("Still going on");
    }

    /** {@code Told ops-mail 02:11:39 CET, pager-mara 02:21:39 CET · not reached: sms-jonas}; may be empty. */
    static String told(Happening one, Formats formats, Instant now) {
        List<String> parts = new ArrayList<>();
        channels(one, Told.How.REACHED, formats, now).ifPresent(list -> parts.add("Told " + list));
        channels(one, Told.How.ON_ITS_WAY, formats, now).ifPresent(list -> parts.add("being told: " + list));
        channels(one, Told.How.NOT_REACHED, formats, now).ifPresent(list -> parts.add("not reached: " + list));
        if (parts.isEmpty() && one.severity().isPresent()) {
            String why = LocalText.of(one.reason(), formats, now);
            parts.add("Nobody was told" + (why.isEmpty() ? "" : ": it " + why));
        }
        one.taken()
                .ifPresent(taken -> parts.add((one.goesOn() ? "taken by " : "was taken by ") + taken.by() + " "
                        + at(taken.at(), formats, now)));
        return String.join(" · ", parts);
    }

    private static Optional<String> channels(Happening one, Told.How how, Formats formats, Instant now) {
        String list = one.told().stream()
                .filter(told -> told.how() == how)
                .map(told -> told.channel()
                        + told.at().map(at -> " " + at(at, formats, now)).orElse(" earlier"))
                .collect(Collectors.joining(", "));
        return Optional.of(list).filter(text -> !text.isEmpty());
    }

    private static String at(Instant at, Formats formats, Instant now) {
        return formats.moment(at, now);
    }

    /** {@code 5 things since 2026-11-25 17:58:03 CET, 14 h ago; 1 of them is still going on}. */
    static String summary(List<Happening> all, Optional<Instant> since, Formats formats, Instant now) {
        long open = all.stream().filter(Happening::goesOn).count();
        String begin = since.map(from -> " since " + formats.moment(from, now) + ", "
                        + Formats.roughly(Duration.between(from, now)) + " ago")
                .orElse("");
        String rest =
                open == 0 ? "; all of it is over" : "; " + open + (open == 1 ? " is" : " are") + " still going on";
        return all.isEmpty() ? "" : Counted.of(all.size(), "thing") + begin + rest;
    }
}
