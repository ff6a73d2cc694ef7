package org.watchfloor.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads lines out with the speech program of this machine, one at a time: Speech Dispatcher, eSpeak or macOS' own. What
 * comes while it speaks is said afterwards in one sentence, so that a storm is not read out for an hour. Without such a
 * program it stays silent. Callable from any thread; returns at once.
 */
final class Speech {
    private static final Logger LOG = LoggerFactory.getLogger(Speech.class);
    private static final List<List<String>> PROGRAMS = List.of(
            List.of("spd-say", "--wait", "--"),
            List.of("espeak-ng", "--"),
            List.of("espeak", "--"),
            List.of("say", "--"));
    private static final int LONGEST = 200;

    private final Optional<List<String>> program;
    private final Duration patience;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean speaking;

    /** @param program the command before the text */
    Speech(Optional<List<String>> program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    /** With the first program that the path of this process leads to; each sentence is cut off after 20 seconds. */
    static Speech ofThisMachine() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new Speech(
                PROGRAMS.stream()
                        .filter(command -> Arrays.stream(path.split(java.io.File.pathSeparator, -1))
                                .anyMatch(place -> Files.isExecutable(Path.of(place, command.getFirst()))))
                        .findFirst(),
                Duration.ofSeconds(20));
    }

    synchronized void say(String line) {
        if (program.isPresent()) {
            waiting.add(line);
            next();
        }
    }

    private synchronized void next() {
        if (speaking || waiting.isEmpty()) {
            return;
        }
        String said = waiting.size() == 1 ? waiting.getFirst() : waiting.getLast() + ", and " + others() + " more";
        waiting.clear();
        speaking = true;
        speak(said);
    }

    private int others() {
        return waiting.size() - 1;
    }

    private void speak(String text) {
        List<String> command = new ArrayList<>(program.orElseThrow());
        command.add(spoken(text));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            var _ = process.onExit()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((_, late) -> {
                        if (late != null) {
                            process.destroyForcibly();
                        }
                        ended();
                    });
        } catch (IOException e) {
            LOG.debug("This machine does not speak: {}", e.toString());
            speaking = false;
        }
    }

    private synchronized void ended() {
        speaking = false;
        next();
    }

    /** Marks that nobody wants to hear are left out. */
    private static String spoken(String text) {
        String plain = text.replaceAll("[^\\p{L}\\p{N}.,:;%+/ -]", " ")
                .replaceAll(" +", " ")
                .strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
