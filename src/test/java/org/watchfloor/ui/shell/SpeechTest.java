package org.watchfloor.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Reading out, with a program that writes down what it is given. */
@DisabledOnOs(OS.WINDOWS)
class SpeechTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void saysOneLineAndWhatCameMeanwhileInOneSentence() throws Exception {
        Speech speech = new Speech(program("until [ -e go ]; do sleep 0.05; done"), AMPLE);

        speech.say("[P1] web-1/front is down: connection \"refused\"; $(touch bad)");
        await().atMost(AMPLE).until(() -> said().size() == 1);
        speech.say("second");
        speech.say("third");
        speech.say("-last");
        Files.createFile(directory.resolve("go"));
        await().atMost(AMPLE).until(() -> said().size() == 2);

        assertThat(said())
                .containsExactly("P1 web-1/front is down: connection refused ; touch bad", "-last, and 2 more");
        assertThat(directory.resolve("bad")).doesNotExist();
    }

    @Test
    void aProgramThatHangsDoesNotSilenceTheNextLine() throws Exception {
        Speech speech = new Speech(program("exec sleep 60"), Duration.ofMillis(300));

        speech.say("first");
        await().atMost(AMPLE).until(() -> said().size() == 1);
        speech.say("second");

        await().atMost(AMPLE).until(() -> said().equals(List.of("first", "second")));
    }

    @Test
    void withoutAProgramItIsSilent() {
        new Speech(Optional.empty(), AMPLE).say("nobody hears this");
        new Speech(Optional.of(List.of(directory.resolve("none").toString())), AMPLE).say("nor this");

        assertThat(directory).isEmptyDirectory();
    }

    private Optional<List<String>> program(String then) throws Exception {
        Path script = directory.resolve("speak");
        Files.writeString(script, "#!/bin/sh\ncd '" + directory + "'\nprintf '%s\\n' \"$2\" >> said\n" + then + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return Optional.of(List.of(script.toString(), "--"));
    }

    private List<String> said() throws Exception {
        Path file = directory.resolve("said");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
