package org.watchfloor.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.calendar.ical.CalendarEvents;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code watchfloor maintenance export}: prints what is planned as a calendar. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3,
        description = {
            "Prints what is planned as a calendar (RFC 5545), for > maintenance.ics.",
            "Of cron expressions, which calendars do not know, it prints each time of the next year."
        },
        footer = {"", "Exit codes: 0 printed, 2 the configuration has problems."})
final class MaintenanceExportCommand implements Callable<Integer> {
    private final InstantSource clock = Clock.systemUTC();

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public Integer call() {
        Logs.off();
        try (SiteRoom room = SiteRoom.open(config.directory())) {
            return switch (room.read()) {
                case ConfigResult.Loaded(Site site) ->
                    print(site.section(AlertPolicy.class).orElse(AlertPolicy.NONE));
                case ConfigResult.Rejected(List<ConfigProblem> problems) -> {
                    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
                    problems.forEach(err::println);
                    yield 2;
                }
            };
        }
    }

    private int print(AlertPolicy policy) {
        Instant now = clock.instant();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(CalendarEvents.text(policy.maintenance(), now, now));
        out.flush();
        return 0;
    }
}
