package org.watchfloor.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of YAML files that says what is watched. Takes {@code *.yaml} and {@code *.yml} directly in it, hidden
 * files left out, and reads them as one set. Immutable; may be shared by threads if the readers may.
 */
public final class ConfigDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigDirectory.class);

    private final Path directory;
    private final Map<String, SpecReader<?>> readers;
    private final List<SectionReader<?>> sections;

    /** @param readers one for each kind of probe section */
    public ConfigDirectory(Path directory, List<? extends SpecReader<?>> readers) {
        this(directory, readers, List.of());
    }

    /**
     * @param readers one for each kind of probe section
     * @param sections one for each feature that has sections of its own
     */
    public ConfigDirectory(
            Path directory, List<? extends SpecReader<?>> readers, List<? extends SectionReader<?>> sections) {
        this.directory = directory;
        this.sections = List.copyOf(sections);
        this.readers = readers.stream().collect(Collectors.toUnmodifiableMap(SpecReader::key, Function.identity()));
    }

    /** Reads everything anew. Expected failures, a missing directory included, are problems in the result. */
    public ConfigResult read() {
        return parse(DirectoryContent.of(directory));
    }

    Path path() {
        return directory;
    }

    ConfigResult parse(DirectoryContent content) {
        Problems problems = new Problems();
        try {
            return parse(content, problems);
        } catch (RuntimeException e) {
            LOG.error("the configuration in {} cannot be read, which is a bug", directory, e);
            problems.note(
                    new Place(directory.toString(), 1, 1),
                    "a bug keeps the files from being read (" + e.getClass().getSimpleName() + ", see the log)",
                    "undo the last change until the bug is mended");
            return new ConfigResult.Rejected(problems.sorted());
        }
    }

    private ConfigResult parse(DirectoryContent content, Problems problems) {
        content.problems().forEach(problems::note);
        if (content.isEmpty()) {
            problems.note(
                    new Place(directory.toString(), 1, 1),
                    "the directory holds no YAML file",
                    "put a file such as watchfloor.yaml into it");
        }
        Reading reading = new Reading(problems, directory, Placeholders.NONE);
        List<YamlNode> roots = content.files().entrySet().parallelStream()
                .map(file -> root(file.getKey(), file.getValue(), reading))
                .toList();
        Site site = new SiteReader(readers, sections, reading).read(roots);
        roots.forEach(YamlNode::noteUnknownKeys);
        return problems.isEmpty() ? new ConfigResult.Loaded(site) : new ConfigResult.Rejected(problems.sorted());
    }

    private static YamlNode root(String file, byte[] bytes, Reading reading) {
        return new YamlNode(ConfigFile.parse(file, bytes, reading.problems()), new Place(file, 1, 1), reading);
    }
}
