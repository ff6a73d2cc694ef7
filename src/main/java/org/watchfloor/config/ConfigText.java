package org.watchfloor.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A configuration file that lies nowhere: a draft, as it comes from a screen or from another program. Stateless. */
public final class ConfigText {
    private ConfigText() {}

    /**
     * Reads it as the only file of a configuration without probes.
     *
     * @param name stands for the file in the places of problems
     */
    public static ConfigResult read(String name, String text, List<? extends SectionReader<?>> sections) {
        Map<String, byte[]> files = Map.of(name, text.getBytes(StandardCharsets.UTF_8));
        return new ConfigDirectory(Path.of(""), List.of(), sections)
                .parse(new DirectoryContent(new TreeMap<>(files), List.of()));
    }
}
