package org.watchfloor.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.Matcher;
import org.watchfloor.alert.Silence;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.Targets;

/** What keeps alerts from being paged by plan: silences and maintenance. */
final class QuietEndpoints {
    private final Policies policies;
    private final KnownAlerts alerts;
    private final InstantSource clock;

    QuietEndpoints(EnginePorts engine, InstantSource clock) {
        this.policies = new Policies(engine.snapshots());
        this.alerts = new KnownAlerts(engine);
        this.clock = clock;
    }

    Reply silences(Call call) {
        Instant now = clock.instant();
        return Reply.ok(new SilenceList(
                now,
                policies.alerts().silences().stream()
                        .map(silence -> SilenceJson.of(silence, now, alerts.present(silence.matchers())))
                        .toList()));
    }

    Reply maintenance(Call call) {
        Instant now = clock.instant();
        return Reply.ok(new MaintenanceList(
                now,
                policies.alerts().maintenance().stream()
                        .map(planned -> MaintenanceJson.of(planned, now))
                        .toList()));
    }

    /** In the order of the configuration. */
    record SilenceList(Instant at, List<SilenceJson> silences) {}

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

    /** From when until when, {@code to} excluded. */
    record Occurrence(Instant from, Instant to, boolean underWay) {}
}
