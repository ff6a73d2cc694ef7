package org.watchfloor.config;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when what the configuration directory holds has become something else. The file system's notice makes it quick;
 * a comparison of the contents every few seconds makes it sure where notices do not come: network file systems, links
 * that are swapped, a directory that appears later. Contents that did not change are told to nobody.
 *
 * <p>Starts no thread: {@link #run()} works on the caller's until {@link #close()} or an interrupt, and calls the
 * consumer there. {@code close} may be called from any thread.
 */
public final class ConfigWatcher implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigWatcher.class);
    private static final Duration POLL = Duration.ofSeconds(3);
    private static final Duration QUIET = Duration.ofMillis(300);

    /** Someone may write other files here all the time. */
    private static final int MOST_NOTICES = 10;

    private final ConfigDirectory directory;
    private final Consumer<ConfigResult> consumer;
    private final WatchService service;
    private final Duration poll;
    private final Duration quiet;

    /** Confined to the thread of {@link #run()}. */
    private String told;

    private Optional<WatchKey> watched = Optional.empty();

    /**
     * What the directory holds now counts as known. Made before the first {@link ConfigDirectory#read()}, it misses no
     * change between the two.
     *
     * @throws IOException if the system allows no further watcher
     */
    public static ConfigWatcher of(ConfigDirectory directory, Consumer<ConfigResult> consumer) throws IOException {
        return new ConfigWatcher(directory, consumer, POLL, QUIET);
    }

    /**
     * @param poll the longest time until a change without a notice is seen
     * @param quiet a change is told when nothing has changed for this long
     */
    ConfigWatcher(ConfigDirectory directory, Consumer<ConfigResult> consumer, Duration poll, Duration quiet)
            throws IOException {
        this.directory = directory;
        this.consumer = consumer;
        this.poll = poll;
        this.quiet = quiet;
        this.service = directory.path().getFileSystem().newWatchService();
        this.told = DirectoryContent.of(directory.path()).fingerprint();
    }

    @Override
    public void run() {
        try {
            while (true) {
                watch();
                waitForNotice(poll);
                tellIfChanged();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("no longer watching {}", directory.path());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops {@link #run()}; harmless if repeated. */
    @Override
    public void close() throws IOException {
        service.close();
    }

    private void tellIfChanged() throws InterruptedException {
        DirectoryContent content = settled();
        String fingerprint = content.fingerprint();
        if (!fingerprint.equals(told)) {
            told = fingerprint;
            consumer.accept(directory.parse(content));
        }
    }

    /** The content once it has stood still: an editor may still be writing. */
    private DirectoryContent settled() throws InterruptedException {
        DirectoryContent content = DirectoryContent.of(directory.path());
        String fingerprint = content.fingerprint();
        while (!fingerprint.equals(told)) {
            waitForQuiet();
            content = DirectoryContent.of(directory.path());
            String next = content.fingerprint();
            if (next.equals(fingerprint)) {
                return content;
            }
            fingerprint = next;
        }
        return content;
    }

    private void waitForQuiet() throws InterruptedException {
        int notices = 0;
        while (notices < MOST_NOTICES && waitForNotice(quiet)) {
            notices++;
        }
    }

    /** True if a notice came in time. */
    private boolean waitForNotice(Duration longest) throws InterruptedException {
        WatchKey key = service.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        key.pollEvents();
        key.reset();
        return true;
    }

    /** Watches anew when the directory has come back, perhaps as another one under the same name. */
    private void watch() {
        if (watched.filter(WatchKey::isValid).isPresent()) {
            return;
        }
        try {
            Path path = directory.path();
            watched = Optional.of(path.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException e) {
            LOG.debug("no notices from {}, comparing contents instead", directory.path(), e);
        }
    }
}
