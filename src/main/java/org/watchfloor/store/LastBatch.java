package org.watchfloor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The number of the last committed batch, kept in a small file beside the database: a database that knows fewer was cut
 * or replaced. The number may lag behind the database, never run ahead; a file that is missing or not readable promises
 * nothing. Confined to the store's own thread.
 */
final class LastBatch {
    private static final Logger LOG = LoggerFactory.getLogger(LastBatch.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final int LONGEST = 40;
    private static final String PREFIX = "batch ";

    private final Path file;
    private final Path fresh;
    private long number;
    private long written;
    private long writtenAt = System.nanoTime() - PAUSE;

    LastBatch(Path directory) {
        file = directory.resolve("watchfloor.mark");
        fresh = directory.resolve("watchfloor.mark.new");
        number = read().orElse(0L);
        written = number;
    }

    /** 0 if nothing is promised. */
    long number() {
        return number;
    }

    /** A batch is in, or what the database knows was found out. */
    void is(long batch) {
        number = batch;
    }

    /** Writes the number, at most once a second. */
    void keep() {
        if (System.nanoTime() - writtenAt >= PAUSE) {
            save();
        }
    }

    /** Writes what the last second left out. */
    void save() {
        writtenAt = System.nanoTime();
        if (number == written) {
            return;
        }
        try {
            Files.writeString(fresh, PREFIX + number + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            written = number;
        } catch (IOException e) {
            LOG.debug("the number of the last batch cannot be kept in {}", file, e);
        }
    }

    private Optional<Long> read() {
        try {
            if (!Files.exists(file) || Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            String text = Files.readString(file).strip();
            return text.startsWith(PREFIX)
                    ? Optional.of(Long.parseLong(text.substring(PREFIX.length())))
                            .filter(batch -> batch > 0)
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            LOG.debug("{} promises nothing", file, e);
            return Optional.empty();
        }
    }
}
