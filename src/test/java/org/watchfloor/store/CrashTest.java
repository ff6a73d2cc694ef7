package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Settings;
import org.watchfloor.engine.History.Point;
import org.watchfloor.model.Transition;

/** Kills a writing process for real, again and again, on the same file. Rounds: {@code -Dwatchfloor.crashes=5}. */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("watchfloor.crashes", 5);

    @TempDir
    private Path directory;

    private record Seen(long durable, long sampledAt) {}

    @Test
    void everythingDurableSurvivesAKillAndAtMostOneFlushOfSamplesIsLost() throws Exception {
        Random random = new Random();
        for (int round = 1; round <= ROUNDS; round++) {
            Seen seen = writeAndKill(1_100 + random.nextInt(900));

            try (Store store = Store.open(directory, Settings.DEFAULT, InstantSource.system())) {
                assertThat(store.notices()).isEmpty();
                assertThat(store.restored().lastTransition())
                        .as("round %d", round)
                        .isGreaterThanOrEqualTo(seen.durable());
                List<Transition> all =
                        store.history().transitionsAfter(0, Integer.MAX_VALUE).join();
                assertThat(all).hasSize((int) store.restored().lastTransition());
                assertThat(seen.sampledAt() - newestSample(store)).isLessThan(1_500);
            }
        }
    }

    private Seen writeAndKill(int millisOfWriting) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long durable = 0;
        long sampledAt = 0;
        long kill = Long.MAX_VALUE;
        try (BufferedReader output = writer.inputReader()) {
            String line = output.readLine();
            while (line != null) {
                String[] words = line.split(" ");
                durable = words[0].equals("durable") ? Long.parseLong(words[1]) : durable;
                sampledAt = words[0].equals("sampled") ? Long.parseLong(words[1]) : sampledAt;
                if (kill == Long.MAX_VALUE && durable > 0) {
                    kill = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisOfWriting);
                }
                if (System.nanoTime() >= kill) {
                    writer.destroyForcibly();
                }
                line = output.readLine();
            }
        } catch (IOException e) {
            assertThat(kill).as("the output ended before the kill: %s", e).isLessThan(System.nanoTime());
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(durable).isPositive();
        return new Seen(durable, sampledAt);
    }

    private static long newestSample(Store store) {
        Instant now = Instant.ofEpochMilli(InstantSource.system().millis());
        List<Point> points = store.history()
                .series(Facts.SHOP, "latency", now.minusSeconds(100), now.plusSeconds(1), 10_100)
                .join()
                .points();
        return points.getLast().at().toEpochMilli();
    }
}
