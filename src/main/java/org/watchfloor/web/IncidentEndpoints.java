package org.watchfloor.web;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.IncidentId;

/** Incidents, open and past, and what people say about them. */
final class IncidentEndpoints {
    static final int MOST_INCIDENTS = 1_000;

    private final Snapshots snapshots;
    private final History history;
    private final Operations operations;
    private final InstantSource clock;

    IncidentEndpoints(EnginePorts engine, InstantSource clock) {
        this.snapshots = engine.snapshots();
        this.history = engine.history();
        this.operations = engine.operations();
        this.clock = clock;
    }

    Reply list(Call call) throws InterruptedException {
        Query query = call.query();
        TimeSpan span = query.span("-7d", clock.instant());
        int limit = query.integer("limit", 100, 1, MOST_INCIDENTS);
        Map<IncidentId, Incident> found = new TreeMap<>(Comparator.reverseOrder());
        Answers.await(history.incidents(span.from(), span.to(), limit))
                .forEach(incident -> found.put(incident.id(), incident));
        snapshots.current().openIncidents().stream()
                .filter(incident -> incident.startedAt().isBefore(span.to()))
                .forEach(incident -> found.put(incident.id(), incident));
        return Reply.ok(new IncidentList(
                found.values().stream().limit(limit).map(IncidentJson::of).toList()));
    }

    Reply one(Call call) throws InterruptedException {
        Incident incident = known(call.incidentId());
        List<IncidentJson.Entry> timeline = Answers.await(history.timeline(incident.id())).stream()
                .map(IncidentJson.Entry::of)
                .toList();
        return Reply.ok(new IncidentDetail(IncidentJson.of(incident), timeline));
    }

    Reply acknowledge(Call call) throws InterruptedException {
        AcknowledgeBody body = call.body(AcknowledgeBody.class);
        String note = CallerText.clean("note", body.note().orElse(""));
        Incident incident = known(call.incidentId());
        if (!incident.isOpen()) {
            throw Problem.of(409, "incident " + incident.id() + " is resolved; there is nothing to acknowledge");
        }
        operations.acknowledge(incident.id(), CheckCommands.API, note);
        return accepted("acknowledge", incident);
    }

    Reply addNote(Call call) throws InterruptedException {
        NoteBody body = call.body(NoteBody.class);
        String text = CallerText.required("text", body.text());
        Incident incident = known(call.incidentId());
        operations.addNote(incident.id(), CheckCommands.API, text);
        return accepted("note", incident);
    }

    private Incident known(IncidentId id) throws InterruptedException {
        Optional<Incident> open = snapshots.current().openIncidents().stream()
                .filter(incident -> incident.id().equals(id))
                .findFirst();
        Optional<Incident> incident = open.isPresent() ? open : Answers.await(history.incident(id));
        return incident.orElseThrow(() -> Problem.notFound("there is no incident " + id));
    }

    private static Reply accepted(String command, Incident incident) {
        return Reply.json(202, new Accepted(command, incident.id().value()));
    }

    /** Newest first. */
    record IncidentList(List<IncidentJson> incidents) {}

    /** An incident and what happened in it, in order of time. */
    record IncidentDetail(IncidentJson incident, List<IncidentJson.Entry> timeline) {}

    /** What will be done to which incident. */
    record Accepted(String command, long incident) {}

    /** What a caller sends to acknowledge. */
    record AcknowledgeBody(Optional<String> note) {}

    /** What a caller sends to add a note. */
    record NoteBody(Optional<String> text) {}
}
