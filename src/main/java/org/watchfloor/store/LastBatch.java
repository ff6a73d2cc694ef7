package org.watchfloor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The number of the last committed batch, kept in a small file beside the database: a database that knows fewer was cut
 * or replaced. The number may lag behind the database, never run ahead; a file that is missing or not readable promises
 * nothing. After a clean close it also says how the database file was left. Confined to the store's own thread.
 */
final class LastBatch {
    private static final Logger LOG = LoggerFactory.getLogger(LastBatch.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final int LONGEST = 100;
    private static final Pattern TEXT = Pattern.compile("batch (\\d{1,18})(?:\\s+closed (\\d+ \\d+))?\\s*");

    private final Path file;
    private final Path fresh;
    private long number;
    private long written;
    private long writtenAt = System.nanoTime() - PAUSE;
    private String closedAs = "";

    LastBatch(Path directory) {
        file = directory.resolve("watchfloor.mark");
        fresh = directory.resolve("watchfloor.mark.new");
        read();
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
        if (number != written) {
            write("batch " + number + "\n");
        }
    }

    /** The database is closed; what is in its file now stays until somebody else changes it. */
    void closed(Path database) {
        try {
            write("batch " + number + "\nclosed " + print(database) + "\n");
        } catch (IOException e) {
            LOG.debug("{} is gone", database, e);
        }
    }

    /** The file has the size and the time that the last clean close left it with. */
    boolean isAsClosed(Path database) {
        try {
            return closedAs.equals(print(database));
        } catch (IOException e) {
            LOG.debug("{} cannot be looked at", database, e);
            return false;
        }
    }

    private static String print(Path database) throws IOException {
        return Files.size(database) + " " + Files.getLastModifiedTime(database).toMillis();
    }

    private void write(String text) {
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            written = number;
        } catch (IOException e) {
            LOG.debug("the number of the last batch cannot be kept in {}", file, e);
        }
    }

    private void read() {
        try {
            if (Files.exists(file) && Files.size(file) <= LONGEST) {
                Matcher text = TEXT.matcher(Files.readString(file));
                if (text.matches()) {
                    number = Long.parseLong(text.group(1));
                    closedAs = Optional.ofNullable(text.group(2)).orElse("");
                }
            }
        } catch (IOException e) {
            LOG.debug("{} promises nothing", file, e);
        }
    }
}
