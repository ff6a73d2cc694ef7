package org.watchfloor.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.watchfloor.alert.AlertPolicyReader;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Site;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.engine.Snapshot;

/** A real directory with rules, a part of them written by hand, and an editor that works on the caller's thread. */
public final class RuleFiles {
    public static final String BY_HAND = """
            alerts:
              by-hand: { when: latency > 5s, severity: low }
            """;

    private final Path directory;
    private final ConfigDirectory config;

    public RuleFiles(Path directory) {
        this.directory = directory;
        config = new ConfigDirectory(directory, List.of(), List.of(new AlertPolicyReader(ZoneOffset.UTC)));
        write("site.yaml", BY_HAND);
    }

    public SiteEditor editor() {
        return new SiteEditor(config, Runnable::run);
    }

    public void write(String file, String text) {
        try {
            Files.writeString(directory.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the console's own file says. */
    public String console() {
        try {
            Path file = directory.resolve(SiteEditor.FILE);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sixty hosts with the rules that a reload makes of the files. */
    public Snapshot reloaded() {
        if (!(config.read() instanceof ConfigResult.Loaded(Site rules))) {
            throw new AssertionError("the files are not valid");
        }
        Site hosts = Sites.sixtyHosts();
        Site site = new Site(hosts.groups(), hosts.hosts(), hosts.services(), hosts.settings(), rules.sections());
        return Worlds.calm(site).alerts(List.of(AlertScenes.SLOW)).snapshot();
    }
}
