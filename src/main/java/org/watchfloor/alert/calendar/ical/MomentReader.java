package org.watchfloor.alert.calendar.ical;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.calendar.Quoted;

/** Reads dates and date-times with their zones (RFC 5545, 3.3.4 and 3.3.5). Stateless. */
final class MomentReader {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final ZoneId floating;

    /** @param floating the zone of times that name none */
    MomentReader(ZoneId floating) {
        this.floating = floating;
    }

    Moment read(ContentLine line) throws Refused {
        return read(line, line.value());
    }

    List<Moment> readAll(ContentLine line) throws Refused {
        List<Moment> moments = new ArrayList<>();
        for (String value : line.value().split(",", -1)) {
            moments.add(read(line, value));
        }
        return moments;
    }

    private Moment read(ContentLine line, String value) throws Refused {
        String text = value.strip();
        ZoneId zone = text.endsWith("Z") ? UTC : zone(line);
        Optional<Moment> day = IcalTimes.date(text).map(date -> new Moment(date.atStartOfDay(), zone, true));
        String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        return day.or(() -> IcalTimes.local(local).map(time -> new Moment(time, zone, false)))
                .filter(moment -> isUsual(moment.local()))
                .orElseThrow(() -> new Refused(line.name() + " is " + Quoted.text(text) + ", no date or date-time"));
    }

    private static boolean isUsual(LocalDateTime time) {
        return time.getYear() >= 1 && time.getYear() <= 8000;
    }

    private ZoneId zone(ContentLine line) throws Refused {
        Optional<String> id = line.parameter("TZID");
        if (id.isEmpty()) {
            return floating;
        }
        String name = id.get().startsWith("/") ? id.get().substring(1) : id.get();
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new Refused("its time zone " + Quoted.text(name) + " is no IANA name");
        }
        return ZoneId.of(name);
    }
}
