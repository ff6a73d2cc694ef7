package org.watchfloor.ui.quiet;

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
import org.watchfloor.model.Actor;
import org.watchfloor.ui.AlertScenes;
import org.watchfloor.ui.FakeSilences;
import org.watchfloor.ui.Sites;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;

/** A screen without a toolkit on a real directory; {@link #reload} is what the watcher does. */
final class QuietFiles {
    private static final String NOTHING = "people: {}";

    private final Path directory;
    private final ConfigDirectory config;
    private Site site = Sites.sixtyHosts();
    final FakeSilences history = new FakeSilences();
    final QuietViewModel viewModel;

    QuietFiles(Path directory) {
        this.directory = directory;
        Path byHand = directory.resolve("site.yaml");
        if (!Files.exists(byHand)) {
            write(byHand, NOTHING);
        }
        config = new ConfigDirectory(directory, List.of(), List.of(new AlertPolicyReader(ZoneOffset.UTC)));
        SiteEditor editor = new SiteEditor(config, Runnable::run);
        Formats formats = new Formats(ZoneOffset.UTC);
        viewModel = new QuietViewModel(
                history,
                new QuietEdits(editor, new Actor("mara"), Runnable::run),
                new CalendarFiles(Runnable::run),
                formats,
                Runnable::run);
        reload();
    }

    /** What cannot be read leaves all as it was. */
    void reload() {
        if (config.read() instanceof ConfigResult.Loaded(Site read)) {
            site = new Site(site.groups(), site.hosts(), site.services(), site.settings(), read.sections());
        }
        viewModel.show(Worlds.calm(site).alerts(AlertScenes.present()).snapshot());
    }

    void write(String yaml) {
        write(directory.resolve(SiteEditor.FILE), yaml);
        reload();
    }

    private static void write(Path file, String yaml) {
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        try {
            Path file = directory.resolve(SiteEditor.FILE);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
