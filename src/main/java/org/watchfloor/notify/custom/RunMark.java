package org.watchfloor.notify.custom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A unique variable that every process of one run inherits, so that on Linux even those are found that have left their
 * parent; elsewhere only descendants are.
 */
record RunMark(String value) {
    private static final String VARIABLE = "WATCHFLOOR_RUN";
    private static final int MOST_ROUNDS = 20;

    static RunMark unique() {
        return new RunMark(UUID.randomUUID().toString());
    }

    void put(Map<String, String> environment) {
        environment.put(VARIABLE, value);
    }

    /** Kills the process and all that came from it; again until a round finds none, because they may fork meanwhile. */
    void kill(Process root) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Set<ProcessHandle> alive = marked();
            root.descendants().forEach(alive::add);
            alive.add(root.toHandle());
            alive.removeIf(handle -> !handle.isAlive());
            if (alive.isEmpty()) {
                return;
            }
            alive.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private Set<ProcessHandle> marked() {
        Set<ProcessHandle> found = new HashSet<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (isMarked(process)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            return found; // no /proc: the descendants are all that is known
        }
        return found;
    }

    private boolean isMarked(Path process) {
        try {
            return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1)
                    .contains(VARIABLE + "=" + value);
        } catch (IOException e) {
            return false; // gone, or another user's
        }
    }
}
