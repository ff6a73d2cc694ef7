package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Settings;
import org.watchfloor.engine.Entry;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Severity;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Stage;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.failure.Classification;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureCategory;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.FailureType;
import org.watchfloor.recovery.failure.Target;
import org.watchfloor.store.Store;
import tools.jackson.databind.JsonNode;

/** What was done about a failure, from the file of the database to the answer of the running program. */
class RecoveryRecordTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");
    private static final String SPAN = "?from=2026-01-05T08:00:00Z&to=2026-01-05T10:00:00Z";
    private static final String OUTPUT = "line \u2713\n".repeat(40_000);
    private static final Target TARGET =
            new Target(CheckId.parse("web-1/page"), "127.0.0.1", Optional.empty(), List.of(), Set.of());

    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    RecoveryRecordTest() throws IOException {}

    @Test
    void theRunningProgramTellsWhatIsOnRecord() throws Exception {
        Path config = temp.resolve("config");
        Path data = Files.createDirectory(temp.resolve("data"));
        site.configure(config);
        try (Store store = Store.open(data, Settings.DEFAULT, () -> BEGIN)) {
            store.journal().append(List.of(new Entry.FailureSaved(failure())));
            store.journal().append(List.of(new Entry.ActionSaved(action()), new Entry.StepSaved(step())));
        }

        try (Run run = Run.headless(config, data)) {
            run.awaitReady();

            JsonNode failures = run.json("/api/v1/failures" + SPAN).path("failures");
            assertThat(failures.findValuesAsString("type")).containsExactly("DISK_FULL");
            JsonNode actions = run.json("/api/v1/actions" + SPAN).path("actions");
            assertThat(actions.findValuesAsString("status")).containsExactly("rolled_back");
            JsonNode detail = run.json("/api/v1/actions/5");
            assertThat(detail.path("action")).isEqualTo(actions.path(0));
            assertThat(detail.path("steps").path(0).path("output").asString("")).isEqualTo(OUTPUT);
            assertThat(run.get("/api/v1/actions/6").statusCode()).isEqualTo(404);
        }
    }

    private static Failure failure() {
        return new Failure(
                new FailureId(1),
                BEGIN,
                new Classification(FailureType.DISK_FULL, FailureCategory.HOST),
                Severity.HIGH,
                TARGET,
                "/var is 97 % full",
                List.of(),
                Failure.Detection.THRESHOLD,
                Optional.empty(),
                Optional.of(new Failure.Ended(BEGIN.plusSeconds(60), "action 5")));
    }

    private static Action action() {
        return new Action(
                new ActionId(5),
                new RunbookId("clear-var"),
                "Clear /var",
                TARGET,
                new Cause.ByItself(new FailureId(1)),
                Map.of("keep", "7d"),
                "web-1",
                Optional.empty(),
                BEGIN,
                Status.ROLLED_BACK,
                new Stage.Over(),
                Optional.of(BEGIN.plusSeconds(60)),
                true,
                "page stayed red");
    }

    private static StepRun step() {
        return new StepRun(new ActionId(5), Part.STEPS, 0, "clear", "command", BEGIN, Optional.empty())
                .ended(BEGIN.plusSeconds(3), new StepEnd(StepEnd.Outcome.SUCCEEDED, "exit code 0", OUTPUT));
    }
}
