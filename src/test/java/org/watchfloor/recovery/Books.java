package org.watchfloor.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.SectionReader;
import org.watchfloor.config.Site;
import org.watchfloor.config.SiteNode;
import org.watchfloor.config.SpecReader;
import org.watchfloor.recovery.approval.ApproversReader;
import org.watchfloor.recovery.ask.AskStepType;
import org.watchfloor.recovery.breaker.BreakerStepType;
import org.watchfloor.recovery.check.CheckStepType;
import org.watchfloor.recovery.command.CommandStepType;
import org.watchfloor.recovery.failover.FailoverStepType;
import org.watchfloor.recovery.http.HttpStepType;
import org.watchfloor.recovery.maintenance.MaintenanceStepType;
import org.watchfloor.recovery.notify.NotifyStepType;
import org.watchfloor.recovery.restart.RestartStepType;
import org.watchfloor.recovery.retry.RetryStepType;
import org.watchfloor.recovery.ssh.SshStepType;
import org.watchfloor.recovery.step.StepType;
import org.watchfloor.recovery.wait.WaitStepType;

/** Runbooks read by the real readers, over two web servers that carry a shop. */
public final class Books {
    static final Path FIXTURES = Path.of("src/test/resources/org/watchfloor/recovery");

    private static final List<StepType<?>> PARTS = List.of(
            new SshStepType(),
            new HttpStepType(),
            new CommandStepType(),
            new WaitStepType(),
            new CheckStepType(),
            new BreakerStepType(),
            new MaintenanceStepType(),
            new NotifyStepType(),
            new RetryStepType(),
            new AskStepType());

    private Books() {}

    /** One of each kind. */
    public static List<StepType<?>> types() {
        return Stream.concat(PARTS.stream(), Stream.of(new FailoverStepType(PARTS), new RestartStepType(PARTS)))
                .toList();
    }

    static List<SectionReader<?>> sections() {
        return List.of(
                new Told("channels"),
                new Told("receivers"),
                new ApproversReader(),
                new RunbooksReader(types(), ZoneOffset.UTC));
    }

    static List<SpecReader<?>> probes() {
        return List.of(new Ping());
    }

    /** The text as {@code runbooks.yaml} beside {@code site.yaml}. */
    static ConfigResult read(Path directory, String runbooks) {
        try {
            Files.copy(FIXTURES.resolve("site.yaml"), directory.resolve("site.yaml"));
            Files.writeString(directory.resolve("runbooks.yaml"), runbooks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ConfigDirectory(directory, probes(), sections()).read();
    }

    static Site site(Path directory, String runbooks) {
        return switch (read(directory, runbooks)) {
            case ConfigResult.Loaded(Site site) -> site;
            case ConfigResult.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
    }

    /** A check that looks at nothing. */
    record PingSpec() implements CheckSpec {
        @Override
        public String summary() {
            return "ping";
        }
    }

    private static final class Ping implements SpecReader<PingSpec> {
        @Override
        public String key() {
            return "ping";
        }

        @Override
        public Class<PingSpec> specType() {
            return PingSpec.class;
        }

        @Override
        public PingSpec read(ConfigNode node) {
            return new PingSpec();
        }
    }

    /** Stands in for the features that own the ids to refer to. */
    private record Told(String key) implements SectionReader<Told> {
        @Override
        public Class<Told> type() {
            return Told.class;
        }

        @Override
        public Told read(SiteNode site) {
            site.named(key, "ids");
            return this;
        }
    }
}
