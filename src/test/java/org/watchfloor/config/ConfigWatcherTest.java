package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files change as editors, scripts and Kubernetes change them. */
class ConfigWatcherTest {
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration NEVER = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofMillis(150);

    @TempDir
    Path parent;

    private final BlockingQueue<ConfigResult> told = new LinkedBlockingQueue<>();
    private Path directory;
    private Path file;
    private ConfigWatcher watcher;
    private Thread thread;

    @BeforeEach
    void startWithOneHost() throws IOException {
        directory = Files.createDirectory(parent.resolve("conf"));
        file = Files.writeString(directory.resolve("site.yaml"), hosts("a"));
        start(directory, OFTEN);
    }

    private void start(Path watchedDirectory, Duration poll) throws IOException {
        watcher = new ConfigWatcher(new ConfigDirectory(watchedDirectory, TestReaders.ALL), told::add, poll, QUIET);
        thread = Thread.ofPlatform().name("config-watcher-test").start(watcher);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        watcher.close();
        thread.join(Duration.ofSeconds(10));
        assertThat(thread.isAlive()).isFalse();
    }

    private static String hosts(String... ids) {
        return "hosts:\n  " + String.join(": {}\n  ", ids) + ": {}\n";
    }

    private String next() throws InterruptedException {
        ConfigResult result = told.poll(20, TimeUnit.SECONDS);
        return switch (result) {
            case null -> "nothing told";
            case ConfigResult.Loaded(Site site) ->
                site.hosts().stream().map(Host::id).toList().toString();
            case ConfigResult.Rejected(List<ConfigProblem> problems) ->
                problems.getFirst().what();
        };
    }

    @Test
    void tellsAnEdit() throws Exception {
        Files.writeString(file, hosts("a", "b"));

        assertThat(next()).isEqualTo("[a, b]");
    }

    @Test
    void tellsAnEditByNoticeAlone() throws Exception {
        stop();
        start(directory, NEVER);
        boolean heard = false;
        for (int i = 0; i < 100 && !heard; i++) { // the watcher registers on its own thread, at its own time
            Files.writeString(file, hosts("a", "b" + i));
            heard = told.poll(1, TimeUnit.SECONDS) != null;
        }

        assertThat(heard).isTrue();
    }

    @Test
    void tellsARenameOverTheFile() throws Exception {
        Path draft = Files.writeString(parent.resolve("draft"), hosts("c"));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

        assertThat(next()).isEqualTo("[c]");
    }

    @Test
    void tellsANewFileAndItsDeletion() throws Exception {
        Path other = Files.writeString(directory.resolve("other.yml"), hosts("z"));
        assertThat(next()).isEqualTo("[z, a]");

        Files.delete(other);
        assertThat(next()).isEqualTo("[a]");

        Files.delete(file);
        assertThat(next()).isEqualTo("the directory holds no YAML file");
    }

    @Test
    void tellsBadAndThenGood() throws Exception {
        Files.writeString(file, "hosts: [");
        assertThat(next()).startsWith("this is not YAML");

        Files.writeString(file, hosts("good"));
        assertThat(next()).isEqualTo("[good]");
    }

    @Test
    void waitsForAFileThatIsStillBeingWritten() throws Exception {
        Files.writeString(file, "hosts:\n  a:\n    title: [");
        Files.writeString(file, "]\n", StandardOpenOption.APPEND);
        Files.writeString(file, hosts("done"));

        assertThat(next()).isEqualTo("[done]");
        assertThat(told.poll(3 * QUIET.toMillis(), TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void seesASwappedLink() throws Exception {
        stop();
        Path first = Files.createDirectory(parent.resolve("v1"));
        Files.writeString(first.resolve("site.yaml"), hosts("one"));
        Path second = Files.createDirectory(parent.resolve("v2"));
        Files.writeString(second.resolve("site.yaml"), hosts("two"));
        Path link = Files.createSymbolicLink(parent.resolve("current"), first);
        start(link, OFTEN);

        Path swap = Files.createSymbolicLink(parent.resolve("swap"), second);
        Files.move(swap, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

        assertThat(next()).isEqualTo("[two]");
    }

    @Test
    void survivesThatTheDirectoryGoesAndComesBack() throws Exception {
        Path away = Files.move(directory, parent.resolve("away"));
        assertThat(next()).isEqualTo("the directory cannot be read");

        Files.move(away, directory);
        assertThat(next()).isEqualTo("[a]");

        Files.writeString(file, hosts("later"));
        assertThat(next()).isEqualTo("[later]");
    }

    @Test
    void keepsQuietWhenOnlyTimesAndOtherFilesChange() throws Exception {
        Files.writeString(file, hosts("a"));
        Files.writeString(directory.resolve("note.txt"), "no configuration");
        Files.writeString(directory.resolve(".site.yaml.swp"), "half");
        assertThat(told.poll(5 * OFTEN.toMillis(), TimeUnit.MILLISECONDS)).isNull();

        Files.writeString(file, hosts("b"));
        assertThat(next()).isEqualTo("[b]");
    }

    @Test
    void leavesOnInterrupt() throws Exception {
        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
}
