package org.watchfloor.alert.calendar.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.watchfloor.alert.calendar.Cron;
import org.watchfloor.alert.calendar.FixedWindow;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.RecurringWindow;
import org.watchfloor.alert.calendar.Rota;
import org.watchfloor.alert.calendar.Shift;
import org.watchfloor.alert.calendar.Span;
import org.watchfloor.alert.calendar.StandIn;

/** Makes events of what is planned. Pure functions; the same plan has the same UIDs. */
public final class CalendarEvents {
    /** Most events made of one maintenance or rota. */
    public static final int MOST = 5_000;

    private static final String HOST = "@watchfloor";
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

    private CalendarEvents() {}

    /**
     * One event; of a cron expression one for each occurrence within the horizon. Of a flexible one it is the window in
     * which it may be triggered.
     *
     * @param sequence higher whenever the maintenance has changed since the last export
     */
    public static List<CalendarEvent> of(Maintenance maintenance, int sequence, Span horizon) {
        String uid = "maintenance-" + maintenance.id();
        String text = maintenance.reason();
        if (maintenance.window() instanceof RecurringWindow recurring && recurring.recurrence() instanceof Cron) {
            return recurring.between(horizon.from(), horizon.to(), MOST).stream()
                    .map(span -> new CalendarEvent(
                            uid + "-" + stamp(span.from()) + HOST,
                            sequence,
                            maintenance.title(),
                            text,
                            new FixedWindow(span)))
                    .toList();
        }
        return List.of(new CalendarEvent(uid + HOST, sequence, maintenance.title(), text, maintenance.window()));
    }

    /**
     * All that is planned as a calendar; of cron expressions what lies between a month ago and a year ahead.
     *
     * @param changed when it may have changed last: who reads the calendar again takes the newer one
     */
    public static String text(List<Maintenance> planned, Instant changed, Instant now) {
        int sequence = Math.clamp(changed.getEpochSecond() - BEGIN.getEpochSecond(), 0, Integer.MAX_VALUE);
        Span horizon = new Span(now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(366)));
        List<CalendarEvent> events = planned.stream()
                .flatMap(maintenance -> of(maintenance, sequence, horizon).stream())
                .toList();
        return CalendarWriter.write(events, now);
    }

    /** One event for each shift within the horizon. */
    public static List<CalendarEvent> of(Rota rota, int sequence, Span horizon) {
        return rota.between(horizon.from(), horizon.to(), MOST).stream()
                .map(shift -> event(rota, shift, sequence))
                .toList();
    }

    private static CalendarEvent event(Rota rota, Shift shift, int sequence) {
        String uid = "rota-" + rota.id() + "-" + stamp(shift.span().from()) + HOST;
        String reason = shift.standIn().map(StandIn::reason).orElse("");
        return new CalendarEvent(
                uid, sequence, rota.title() + ": " + shift.who(), reason, new FixedWindow(shift.span()));
    }

    private static String stamp(Instant instant) {
        return IcalTimes.local(instant.truncatedTo(ChronoUnit.SECONDS)
                        .atZone(ZoneOffset.UTC)
                        .toLocalDateTime()) + "Z";
    }
}
