package org.watchfloor.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Group;
import org.watchfloor.config.Host;
import org.watchfloor.config.Service;
import org.watchfloor.config.Site;
import org.watchfloor.config.SpecReader;
import org.watchfloor.recovery.Books;
import org.watchfloor.recovery.Runbooks;
import org.watchfloor.recovery.RunbooksReader;
import org.watchfloor.recovery.approval.ApproversReader;

/** Sites with runbooks, read as an operator writes them. */
public final class RunbookSites {
    private RunbookSites() {}

    /** @param runbooks a whole {@code runbooks:} section; what it names is on the site */
    public static Site on(Site site, String runbooks) {
        Map<Class<?>, Object> sections = new HashMap<>(site.sections());
        sections.put(Runbooks.class, read(hosts(site) + approvers() + runbooks));
        return new Site(site.groups(), site.hosts(), site.services(), site.settings(), sections);
    }

    private static String hosts(Site site) {
        StringBuilder yaml = new StringBuilder("groups:\n");
        for (Group group : site.groups()) {
            yaml.append("  ").append(group.id()).append(": {}\n");
        }
        yaml.append("hosts:\n");
        for (Host host : site.hosts()) {
            List<String> checks = host.checks().stream()
                    .map(check -> check.id().name() + ": { ping: {} }")
                    .toList();
            yaml.append("  ").append(host.id()).append(": { address: ").append(host.address());
            host.group().ifPresent(group -> yaml.append(", group: ").append(group));
            yaml.append(", checks: { ").append(String.join(", ", checks)).append(" } }\n");
        }
        yaml.append(site.services().isEmpty() ? "" : "services:\n");
        for (Service service : site.services()) {
            yaml.append("  ")
                    .append(service.id())
                    .append(": { instances: [")
                    .append(service.instances().getFirst().host());
            yaml.append("] }\n");
        }
        return yaml.toString();
    }

    private static String approvers() {
        return "approvers: { ada: { pin: \"pbkdf2-sha256:100000:" + "A".repeat(22) + "==:" + "A".repeat(43)
                + "=\" } }\n";
    }

    private static Runbooks read(String yaml) {
        try {
            Path directory = Files.createTempDirectory("watchfloor-runbooks-");
            Path file = Files.writeString(directory.resolve("runbooks.yaml"), yaml);
            ConfigResult result = new ConfigDirectory(
                            directory,
                            List.of(new Ping()),
                            List.of(new ApproversReader(), new RunbooksReader(Books.types(), ZoneOffset.UTC)))
                    .read();
            Files.delete(file);
            Files.delete(directory);
            return switch (result) {
                case ConfigResult.Loaded(Site site) ->
                    site.section(Runbooks.class).orElseThrow();
                case ConfigResult.Rejected rejected ->
                    throw new IllegalArgumentException(rejected.problems().toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at nothing. */
    private record PingSpec() implements CheckSpec {
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
}
