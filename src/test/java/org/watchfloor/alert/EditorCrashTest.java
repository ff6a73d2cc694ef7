package org.watchfloor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills an editing process for real, again and again, in whatever it is doing. */
class EditorCrashTest {
    private static final int ROUNDS = 4;

    @TempDir
    private Path directory;

    @Test
    void aKilledEditorLeavesTheOldFileOrTheNewOne() throws Exception {
        Random random = new Random();
        for (int round = 1; round <= ROUNDS; round++) {
            int done = editAndKill(3 + random.nextInt(20), random.nextInt(3_000_000));

            EditedFiles files = new EditedFiles(directory);
            assertThat(files.when("edited"))
                    .as("round %d", round)
                    .isIn("latency > " + done + "ms", "latency > " + (done + 1) + "ms");
        }
    }

    /** The last change that was told, before the kill that comes some nanoseconds after a number of them. */
    private int editAndKill(int changes, int nanosLater) throws IOException, InterruptedException {
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
                    long kill = System.nanoTime() + nanosLater;
                    while (System.nanoTime() < kill) {
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
