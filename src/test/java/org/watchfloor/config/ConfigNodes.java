package org.watchfloor.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Real configuration nodes for the tests of readers, made of YAML text. */
public final class ConfigNodes {
    public static final String HOST_ID = "web-1";
    public static final String HOST_ADDRESS = "192.0.2.10";

    private ConfigNodes() {}

    /** The text as {@code test.yaml} in the directory {@code /etc/watchfloor}, in a check of {@link #HOST_ID}. */
    public static Parsed parse(String yaml) {
        String mapping = yaml.isEmpty() ? "{}" : yaml; // a section, of which none is a file without content
        return parse(mapping.getBytes(StandardCharsets.UTF_8), HOST_ADDRESS);
    }

    static Parsed parse(byte[] yaml, String address) {
        Problems problems = new Problems();
        Yaml.Mapping mapping = ConfigFile.parse("test.yaml", yaml, problems);
        Reading reading = new Reading(problems, Path.of("/etc/watchfloor"), Placeholders.of(HOST_ID, address));
        return new Parsed(new YamlNode(mapping, new Place("test.yaml", 1, 1), reading), problems);
    }

    /** The root mapping, and what was found wrong so far. */
    public static final class Parsed {
        private final YamlNode root;
        private final Problems problems;

        private Parsed(YamlNode root, Problems problems) {
            this.root = root;
            this.problems = problems;
        }

        public ConfigNode root() {
            return root;
        }

        /** All problems sorted by place, keys that nobody asked for included: ask when the reader is done. */
        public List<ConfigProblem> problems() {
            root.noteUnknownKeys();
            return problems.sorted();
        }

        /** The problems as {@code line:column: what; mend}. */
        public List<String> messages() {
            return problems().stream()
                    .map(problem -> problem.toString().substring("test.yaml:".length()))
                    .toList();
        }
    }
}
