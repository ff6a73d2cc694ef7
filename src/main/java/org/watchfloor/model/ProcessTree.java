package org.watchfloor.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All processes that a command has started. Each inherits a unique variable, so on Linux one that has left its parent is
 * found again in {@code /proc}; elsewhere only the descendants that still have their parents are. One that wipes its
 * environment and leaves its parent as well escapes. Safe for use by any thread.
 */
public final class ProcessTree {
    private static final String VARIABLE = "WATCHFLOOR_RUN";

    private static final Path PROC = Path.of("/proc");
    private static final int MAX_ROUNDS = 20;

    private final String mark = UUID.randomUUID().toString();

    /** Puts the variable into the environment that the first process is to have. */
    public void mark(Map<String, String> environment) {
        environment.put(VARIABLE, mark);
    }

    /** Kills the process and all below it; again until a round finds none, because they may fork meanwhile. */
    public void kill(Process root) {
        Set<ProcessHandle> killed = new HashSet<>();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Set<ProcessHandle> found = new HashSet<>();
            root.descendants().forEach(found::add);
            killed.stream().flatMap(ProcessHandle::descendants).forEach(found::add);
            found.addAll(marked());
            found.add(root.toHandle());
            found.removeIf(handle -> !handle.isAlive());
            if (found.isEmpty()) {
                return;
            }
            found.forEach(ProcessHandle::destroyForcibly);
            killed.addAll(found);
        }
    }

    /** Kills what the command has left behind. */
    public void killMarked() {
        marked().forEach(ProcessHandle::destroyForcibly);
    }

    private Set<ProcessHandle> marked() {
        Set<ProcessHandle> found = new HashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                if (isMarked(entry)) {
                    Stream.of(entry.getFileName().toString())
                            .map(Long::valueOf)
                            .map(ProcessHandle::of)
                            .flatMap(Optional::stream)
                            .forEach(found::add);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return found; // no /proc: the descendants are all that is known
        }
        return found;
    }

    private boolean isMarked(Path process) {
        try {
            return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1)
                    .contains(VARIABLE + "=" + mark);
        } catch (IOException e) {
            return false; // gone, or another user's
        }
    }
}
