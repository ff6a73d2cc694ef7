package org.watchfloor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills an editing process for real between the writing of the new file and the move into its place. */
class EditorCrashTest {
    private static final int MOST_ROUNDS = 10;

    @TempDir
    private Path directory;

    @Test
    void aKilledEditorLeavesTheOldFileOrTheNewOne() throws Exception {
        boolean wasBetween = false;
        for (int round = 1; round <= MOST_ROUNDS && !wasBetween; round++) {
            int done = editAndKill(round);
            wasBetween = Files.exists(fresh());

            EditedFiles files = new EditedFiles(directory);
            assertThat(files.when("edited"))
                    .as("round %d", round)
                    .isIn("latency > " + done + "ms", "latency > " + (done + 1) + "ms");
        }
        assertThat(wasBetween).as("no kill came between writing and moving").isTrue();
    }

    private Path fresh() {
        return directory.resolve(".console.yaml.new");
    }

    /** The last change that was told, before the kill that comes when the file of a later one is being written. */
    private int editAndKill(int changes) throws IOException, InterruptedException {
        Process editor = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledEditor.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int done = 0;
        try (BufferedReader output = editor.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                done = line.startsWith("done ") ? Integer.parseInt(line.substring(5)) : done;
                if (done == changes) {
                    while (editor.isAlive() && !Files.exists(fresh())) {
                        Thread.onSpinWait();
                    }
                    editor.destroyForcibly();
                }
            }
        } catch (IOException _) {
            // the stream may break with the process
        }
        assertThat(editor.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isGreaterThanOrEqualTo(changes);
        return done;
    }
}
