package org.watchfloor.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchfloor.alert.calendar.ical.CalendarImport;
import org.watchfloor.alert.calendar.ical.CalendarReader;
import org.watchfloor.alert.calendar.ical.CalendarReading;
import org.watchfloor.config.Edited;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.EntryProblem;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.model.Actor;
import org.watchfloor.model.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchfloor maintenance import FILE}: takes the events of a calendar into {@code console.yaml}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = 3,
        description = {
            "Takes the events of a calendar (RFC 5545) into console.yaml; the same event read again changes its entry.",
            "A Watchfloor that runs on this configuration takes it over by itself. All or nothing."
        },
        footer = {"", "Exit codes: 0 taken over, 1 nothing was changed, 2 wrong usage or an unreadable file."})
final class MaintenanceImportCommand implements Callable<Integer> {
    private static final int LARGEST = 16 << 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "FILE", description = "the calendar")
    private Path file = Path.of("");

    @Option(
            names = "--hosts",
            split = ",",
            paramLabel = "NAME",
            description = "hosts that it is for, such as web-* or *")
    private List<String> hosts = List.of();

    @Option(names = "--groups", split = ",", paramLabel = "NAME", description = "groups that it is for")
    private List<String> groups = List.of();

    @Option(names = "--services", split = ",", paramLabel = "NAME", description = "services that it is for")
    private List<String> services = List.of();

    @Option(names = "--tags", split = ",", paramLabel = "NAME", description = "tags that it is for")
    private List<String> tags = List.of();

    @Option(names = "--dry-run", description = "say what would be, and change nothing")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        Logs.off();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return fail(2, file + " cannot be read; name a calendar file");
        }
        CalendarReading reading = CalendarReader.read(text(), ZoneId.systemDefault());
        try (SiteRoom room = SiteRoom.open(config.directory())) {
            return take(reading, room.editor());
        }
    }

    private int take(CalendarReading reading, SiteEditor editor) {
        Map<EntryId, WrittenEntry> present = editor.find(CalendarImport.ids(reading)).join().stream()
                .collect(Collectors.toMap(WrittenEntry::id, Function.identity()));
        CalendarImport.Plan plan = new CalendarImport(reading, present, targets()).plan();
        plan.notTaken().forEach(left -> err().println("not taken over: " + left));
        if (plan.changes().isEmpty()) {
            return fail(1, "nothing of " + file + " can be taken over");
        }
        Edited outcome = (dryRun
                        ? editor.check(plan.changes())
                        : editor.apply(plan.changes(), new Actor(System.getProperty("user.name"))))
                .join();
        return switch (outcome) {
            case Edited.Done done -> say(done);
            case Edited.Refused(Edited.Why _, String sentence) -> fail(1, sentence);
            case Edited.Invalid(List<EntryProblem> problems) -> {
                problems.forEach(problem -> err().println(problem.problem()));
                yield fail(1, "nothing was changed");
            }
        };
    }

    private int say(Edited.Done done) {
        String what = Counted.of(done.written().size(), "event") + " into " + SiteEditor.FILE;
        out().println((dryRun ? "would be taken over: " : "taken over: ") + what);
        done.written().forEach(entry -> out().println("  " + entry.id()));
        return 0;
    }

    private Written.Keys targets() {
        Written.Keys keys = Written.Keys.NONE;
        for (var target : Map.of("hosts", hosts, "groups", groups, "services", services, "tags", tags)
                .entrySet()) {
            keys = target.getValue().isEmpty() ? keys : keys.with(target.getKey(), Written.Items.of(target.getValue()));
        }
        return keys;
    }

    /** A little more than the reader takes, so that it can say that it is too much. */
    private String text() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }

    private int fail(int exitCode, String sentence) {
        err().println("watchfloor: " + sentence);
        return exitCode;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
