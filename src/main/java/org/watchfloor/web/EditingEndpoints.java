package org.watchfloor.web;

import java.time.InstantSource;
import java.util.List;
import org.watchfloor.alert.AlertSection;

/** The groups of endpoints that change rules, silences and maintenance. */
record EditingEndpoints(
        EntryCommands rules,
        EntryCommands silences,
        EntryCommands maintenance,
        SilenceEndpoints quiet,
        QuietEndpoints planned,
        CalendarEndpoints calendar,
        Edits edits) {
    static EditingEndpoints of(EnginePorts engine, InstantSource clock) {
        Edits edits = new Edits(engine.editing().editor());
        return new EditingEndpoints(
                new EntryCommands(AlertSection.RULES, edits, EntryShape.SENT),
                new EntryCommands(AlertSection.SILENCES, edits, new SilenceShape(clock)),
                new EntryCommands(AlertSection.MAINTENANCE, edits, EntryShape.SENT),
                new SilenceEndpoints(engine, edits, clock),
                new QuietEndpoints(engine, clock),
                new CalendarEndpoints(engine, edits, clock),
                edits);
    }

    List<Route> table() {
        return List.of(
                Route.post("/api/v1/alert-rules", rules::create),
                Route.put("/api/v1/alert-rules/{id}", rules::replace),
                Route.delete("/api/v1/alert-rules/{id}", rules::delete),
                Route.post("/api/v1/silences", silences::create),
                Route.post("/api/v1/silences/preview", quiet::preview),
                Route.get("/api/v1/silences/{id}", quiet::one),
                Route.put("/api/v1/silences/{id}", silences::replace),
                Route.delete("/api/v1/silences/{id}", silences::delete),
                Route.post("/api/v1/silences/{id}/expire", quiet::expire),
                Route.post("/api/v1/silences/{id}/extend", quiet::extend),
                Route.post("/api/v1/maintenance", maintenance::create),
                Route.get("/api/v1/maintenance/{id}", planned::oneMaintenance),
                Route.put("/api/v1/maintenance/{id}", maintenance::replace),
                Route.delete("/api/v1/maintenance/{id}", maintenance::delete),
                Route.get("/api/v1/maintenance.ics", calendar::export),
                Route.post(CalendarEndpoints.IMPORT, calendar::take),
                Route.post("/api/v1/configuration/undo", edits::undo));
    }
}
