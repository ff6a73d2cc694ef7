package org.watchfloor.recovery.command;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.model.CleanEnvironment;
import org.watchfloor.model.ProcessTree;

/**
 * A process to start. Holds opened secrets: never to be shown, stored or logged.
 *
 * @param argv the program and its arguments
 * @param environment what is added to the clean environment
 * @param directory working directory; empty: the one that Watchfloor runs in
 */
public record Launch(List<String> argv, Map<String, String> environment, Optional<Path> directory) {
    public Launch {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    /** In the working directory of Watchfloor, with nothing added. */
    public static Launch of(List<String> argv) {
        return new Launch(argv, Map.of(), Optional.empty());
    }

    String program() {
        return argv.getFirst();
    }

    /** Why it cannot be started, as far as that can be told before. */
    Optional<String> obstacle() {
        if (directory.filter(place -> !Files.isDirectory(place)).isPresent()) {
            return Optional.of("the working directory " + directory.get() + " does not exist");
        }
        if (CleanEnvironment.find(program()).isEmpty()) {
            return Optional.of(program() + " is not installed");
        }
        return arrives()
                ? Optional.empty()
                : Optional.of("a value holds letters that the locale of Watchfloor has not;"
                        + " start Watchfloor with LANG=C.UTF-8");
    }

    /** Java replaces what the locale lacks with question marks, without a word. */
    private boolean arrives() {
        CharsetEncoder encoder = Charset.forName(System.getProperty("sun.jnu.encoding", ""), StandardCharsets.UTF_8)
                .newEncoder();
        return Stream.concat(argv.stream(), environment.values().stream()).allMatch(encoder::canEncode);
    }

    /** Standard output and standard error are one. */
    Process start(ProcessTree tree) throws IOException {
        List<String> found = new ArrayList<>(argv);
        CleanEnvironment.find(program()).ifPresent(file -> found.set(0, file.toString()));
        ProcessBuilder builder = new ProcessBuilder(found).redirectErrorStream(true);
        directory.map(Path::toFile).ifPresent(builder::directory);
        CleanEnvironment.fill(builder.environment());
        builder.environment().putAll(environment);
        tree.mark(builder.environment());
        return builder.start();
    }

    @Override
    public String toString() {
        return program();
    }
}
