package org.watchfloor.ui.quiet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.watchfloor.alert.calendar.ical.CalendarReader;
import org.watchfloor.alert.calendar.ical.CalendarReading;

/** Calendar files, read and written where they hold up nobody. May be called from any thread; returns at once. */
public final class CalendarFiles {
    /** A little more than the reader of calendars takes, so that it can say that it is too much. */
    private static final int LARGEST = 16 << 20;

    private final Executor background;

    /** @param background may wait for the disk */
    public CalendarFiles(Executor background) {
        this.background = background;
    }

    /**
     * What a file holds.
     *
     * @param trouble why it could not be read; empty if it could
     */
    record Content(CalendarReading calendar, String trouble) {}

    /** @param floating the zone of times that name none */
    CompletableFuture<Content> read(Path file, ZoneId floating) {
        return work(() -> {
            try (InputStream in = Files.newInputStream(file)) {
                String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
                return new Content(CalendarReader.read(text, floating), "");
            } catch (IOException e) {
                return new Content(
                        new CalendarReading(List.of(), List.of()),
                        file + " cannot be read: " + why(e) + "; choose another file");
            }
        });
    }

    /** @return what went wrong; empty if nothing did */
    CompletableFuture<String> write(Path file, Supplier<String> text) {
        return work(() -> {
            try {
                Files.writeString(file, text.get());
                return "";
            } catch (IOException e) {
                return file + " cannot be written: " + why(e) + "; choose another place";
            }
        });
    }

    /** Something that takes longer than a frame may. */
    <T> CompletableFuture<T> work(Supplier<T> what) {
        return CompletableFuture.supplyAsync(what, background);
    }

    private static String why(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "it is not there";
            case AccessDeniedException _ -> "this user may not";
            default -> String.valueOf(e.getMessage());
        };
    }
}
