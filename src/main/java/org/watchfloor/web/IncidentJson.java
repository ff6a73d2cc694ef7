package org.watchfloor.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;

/** One trouble of one host, as the API tells it. */
record IncidentJson(
        long id,
        String host,
        boolean open,
        String summary,
        Instant startedAt,
        Instant openedAt,
        Optional<Acknowledgement> acknowledged,
        Optional<Instant> resolvedAt,
        List<String> involved,
        double timeToDetectSeconds,
        Optional<Double> timeToAcknowledgeSeconds,
        Optional<Double> timeToRepairSeconds) {
    static IncidentJson of(Incident incident) {
        return new IncidentJson(
                incident.id().value(),
                incident.host().value(),
                incident.isOpen(),
                incident.summary(),
                incident.startedAt(),
                incident.openedAt(),
                incident.acknowledged().map(ack -> new Acknowledgement(ack.by().name(), ack.at())),
                incident.resolvedAt(),
                incident.involved().stream().sorted().map(CheckId::toString).toList(),
                Seconds.of(incident.timeToDetect()),
                incident.timeToAcknowledge().map(Seconds::of),
                incident.timeToRepair().map(Seconds::of));
    }

    /** Who owns it since when. */
    record Acknowledgement(String by, Instant at) {}

    /** One thing that happened in an incident. */
    record Entry(
            long id, Instant at, TimelineEntry.Kind kind, Optional<String> check, String text, Optional<String> actor) {
        static Entry of(TimelineEntry entry) {
            return new Entry(
                    entry.id(),
                    entry.at(),
                    entry.kind(),
                    entry.check().map(CheckId::toString),
                    entry.text(),
                    entry.actor().map(Actor::name));
        }
    }
}
