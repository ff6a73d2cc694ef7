package org.watchfloor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.watchfloor.config.Change;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Edited;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.Site;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.config.Written;
import org.watchfloor.model.Actor;

/** A real directory with one file written by hand, and an editor that works on the test's thread. */
final class EditedFiles {
    static final Actor MARA = new Actor("mara");
    static final String BY_HAND = """
            alerts:
              by-hand: { when: "latency > 5s" }
            """;

    final Path directory;
    final ConfigDirectory config;
    final SiteEditor editor;

    EditedFiles(Path directory) throws IOException {
        this.directory = directory;
        this.config = new ConfigDirectory(directory, List.of(), List.of(new AlertPolicyReader(ZoneOffset.UTC)));
        this.editor = new SiteEditor(config, Runnable::run);
        Files.writeString(directory.resolve("site.yaml"), BY_HAND);
    }

    static EntryId rule(String id) {
        return AlertSection.RULES.entry(id);
    }

    static Change add(String id, String when) {
        return new Change.Add(rule(id), Written.Keys.NONE.with("when", when));
    }

    static Change save(String id, String when) {
        return new Change.Save(rule(id), Written.Keys.NONE.with("when", when), Optional.empty());
    }

    static Change remove(String id) {
        return new Change.Remove(rule(id), Optional.empty());
    }

    Edited apply(Change... changes) {
        return editor.apply(List.of(changes), MARA).join();
    }

    Edited.Done done(Change... changes) {
        Edited edited = apply(changes);
        assertThat(edited).isInstanceOf(Edited.Done.class);
        return (Edited.Done) edited;
    }

    Edited.Refused refused(Change... changes) {
        Edited edited = apply(changes);
        assertThat(edited).isInstanceOf(Edited.Refused.class);
        return (Edited.Refused) edited;
    }

    /** What a reload makes of the files. */
    AlertPolicy policy() {
        return switch (config.read()) {
            case ConfigResult.Loaded(Site site) ->
                site.section(AlertPolicy.class).orElseThrow();
            case ConfigResult.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
    }

    String when(String rule) {
        return policy().rule(rule).map(found -> found.test().text()).orElse("none");
    }

    Path file() {
        return directory.resolve(SiteEditor.FILE);
    }

    String text() throws IOException {
        return Files.exists(file()) ? Files.readString(file()) : "";
    }

    void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    /** The names of all that lies there, hidden or not. */
    List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
