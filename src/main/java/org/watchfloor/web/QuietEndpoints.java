package org.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.alert.Matcher;
import org.watchfloor.alert.Silence;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.Targets;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.WrittenEntry;

/** What keeps alerts from being paged by plan: silences and maintenance. */
final class QuietEndpoints {
    private static final Duration AHEAD = Duration.ofDays(366);
    private static final int MOST_OCCURRENCES = 20;

    private final Policies policies;
    private final KnownAlerts alerts;
    private final Edits edits;
    private final InstantSource clock;

    QuietEndpoints(EnginePorts engine, InstantSource clock) {
        this.policies = new Policies(engine.snapshots());
        this.alerts = new KnownAlerts(engine);
        this.edits = new Edits(engine.editing().editor());
        this.clock = clock;
    }

    Reply silences(Call call) {
        Instant now = clock.instant();
        return Reply.ok(new SilenceList(
                now,
                Silence.PRESETS.stream().map(QuietEndpoints::length).toList(),
                policies.alerts().silences().stream()
                        .map(silence -> SilenceJson.of(silence, now, alerts.present(silence.matchers())))
                        .toList()));
    }

    private static String length(Duration preset) {
        return preset.toDays() == 0 ? preset.toHours() + "h" : preset.toDays() + "d";
    }

    Reply maintenance(Call call) {
        Instant now = clock.instant();
        return Reply.ok(new MaintenanceList(
                now,
                policies.alerts().maintenance().stream()
                        .map(planned -> MaintenanceJson.of(planned, now))
                        .toList()));
    }

    Reply oneMaintenance(Call call) throws InterruptedException {
        EntryId id = EntryCommands.id(call, AlertSection.MAINTENANCE);
        Maintenance planned = policies.alerts().maintenance().stream()
                .filter(one -> one.id().equals(id.id()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "there is no such maintenance in force; GET /api/v1/maintenance lists what is planned"));
        Optional<WrittenEntry> entry = edits.find(id);
        Instant now = clock.instant();
        List<Occurrence> next = planned.window().between(now, now.plus(AHEAD), MOST_OCCURRENCES).stream()
                .map(span -> new Occurrence(span.from(), span.to(), span.covers(now)))
                .toList();
        return Reply.json(
                        200,
                        new MaintenanceDetail(
                                MaintenanceJson.of(planned, now), next, entry.map(EditJson.EntryJson::of)))
                .with(entry.map(Edits::etag).orElse(Map.of()));
    }

    /**
     * In the order of the configuration.
     *
     * @param lengths that people choose for a new one
     */
    record SilenceList(Instant at, List<String> lengths, List<SilenceJson> silences) {}

    /**
     * A silence.
     *
     * @param matches the numbers of the present alerts that it is for, also while it is not active
     */
    record SilenceJson(
            String id,
            List<String> match,
            Instant from,
            Instant until,
            boolean active,
            String author,
            Optional<String> reason,
            String place,
            List<Long> matches) {
        static SilenceJson of(Silence silence, Instant now, List<Long> matches) {
            return new SilenceJson(
                    silence.id(),
                    silence.matchers().all().stream().map(Matcher::toString).toList(),
                    silence.from(),
                    silence.until(),
                    silence.isActive(now),
                    silence.author(),
                    CallerText.present(silence.reason()),
                    silence.place().toString(),
                    matches);
        }
    }

    /** In the order of the configuration. */
    record MaintenanceList(Instant at, List<MaintenanceJson> maintenance) {}

    /**
     * Planned work.
     *
     * @param occurrence the one under way, else the next one; absent if there will be none
     * @param flexibleSeconds present if it begins at the first trouble within the occurrence and lasts so long
     */
    record MaintenanceJson(
            String id,
            String title,
            Optional<String> reason,
            Optional<Occurrence> occurrence,
            Optional<Double> flexibleSeconds,
            String zone,
            Targets targets,
            String place) {
        static MaintenanceJson of(Maintenance planned, Instant now) {
            return new MaintenanceJson(
                    planned.id(),
                    planned.title(),
                    CallerText.present(planned.reason()),
                    planned.window()
                            .at(now)
                            .map(span -> new Occurrence(span.from(), span.to(), true))
                            .or(() -> planned.window()
                                    .next(now)
                                    .map(span -> new Occurrence(span.from(), span.to(), false))),
                    planned.flexible().map(Seconds::of),
                    planned.zone().getId(),
                    planned.targets(),
                    planned.place().toString());
        }
    }

    /** Planned work with its next occurrences, at most 20 within a year, and how it is written. */
    record MaintenanceDetail(
            MaintenanceJson maintenance, List<Occurrence> next, Optional<EditJson.EntryJson> written) {}

    /** From when until when, {@code to} excluded. */
    record Occurrence(Instant from, Instant to, boolean underWay) {}
}
