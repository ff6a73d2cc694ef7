package org.watchfloor.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trusted host keys of several files, read once; only read, never written. */
record KnownHosts(List<KnownHostLine> lines) {
    private static final Logger LOG = LoggerFactory.getLogger(KnownHosts.class);
    private static final long MAX_FILE = 16 * 1024 * 1024;

    KnownHosts {
        lines = List.copyOf(lines);
    }

    /** A file that is missing or cannot be read trusts nobody. */
    static KnownHosts read(List<Path> files) {
        List<KnownHostLine> lines = new ArrayList<>();
        for (Path file : files) {
            lines(file).stream()
                    .map(KnownHostLine::parse)
                    .flatMap(Optional::stream)
                    .forEach(lines::add);
        }
        return new KnownHosts(lines);
    }

    List<KnownHostLine> of(String host) {
        return lines.stream().filter(line -> line.isFor(host)).toList();
    }

    private static List<String> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return Files.size(file) > MAX_FILE
                    ? List.of()
                    : Files.readString(file, StandardCharsets.ISO_8859_1)
                            .lines()
                            .toList();
        } catch (IOException e) {
            LOG.warn("cannot read {}: its host keys are not trusted ({})", file, e.toString());
            return List.of();
        }
    }
}
