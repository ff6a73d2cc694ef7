package org.watchfloor.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.watchfloor.alert.calendar.ical.CalendarEvents;
import org.watchfloor.alert.calendar.ical.CalendarImport;
import org.watchfloor.alert.calendar.ical.CalendarReader;
import org.watchfloor.alert.calendar.ical.CalendarReading;
import org.watchfloor.alert.calendar.ical.NotTaken;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.Actor;

/** Maintenance as a calendar (RFC 5545), out and in. */
final class CalendarEndpoints {
    /** Where a calendar is sent, which may be larger than other bodies. */
    static final String IMPORT = "/api/v1/maintenance/import";

    private static final List<String> TARGETS = List.of("matching", "services", "hosts", "groups", "tags");

    private final Snapshots snapshots;
    private final Policies policies;
    private final Edits edits;
    private final InstantSource clock;

    CalendarEndpoints(EnginePorts engine, Edits edits, InstantSource clock) {
        this.snapshots = engine.snapshots();
        this.policies = new Policies(engine.snapshots());
        this.edits = edits;
        this.clock = clock;
    }

    Reply export(Call call) {
        Instant changed = snapshots.current().state().siteLoadedAt();
        String text = CalendarEvents.text(policies.alerts().maintenance(), changed, clock.instant());
        return new Reply.Text(
                200,
                "text/calendar; charset=utf-8",
                text,
                Map.of("Content-Disposition", "attachment; filename=\"maintenance.ics\""));
    }

    /** Times without a zone are taken as UTC. */
    Reply take(Call call) throws InterruptedException {
        Actor by = CallerText.by(call.query().text("by"));
        CalendarReading reading = CalendarReader.read(call.calendar(), ZoneOffset.UTC);
        Map<EntryId, WrittenEntry> present = edits.find(CalendarImport.ids(reading)).stream()
                .collect(Collectors.toMap(WrittenEntry::id, Function.identity()));
        CalendarImport.Plan plan = new CalendarImport(reading, present, targets(call.query())).plan();
        List<String> notTaken = plan.notTaken().stream().map(NotTaken::toString).toList();
        if (plan.changes().isEmpty()) {
            throw Problem.of(
                    400,
                    "nothing of the calendar can be taken over: "
                            + String.join("; ", notTaken.stream().limit(3).toList()));
        }
        return edits.make(call, new Edits.Order("import", plan.changes(), by, Optional.of(notTaken)));
    }

    private static Written.Keys targets(Query query) {
        Written.Keys keys = Written.Keys.NONE;
        for (String kind : TARGETS) {
            List<String> texts = query.texts(kind);
            keys = texts.isEmpty() ? keys : keys.with(kind, Written.Items.of(texts));
        }
        return keys;
    }
}
