package org.watchfloor.app;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory with the database, held by one process at a time. The lock is the operating system's, so it does not
 * outlive a process that was killed; the file beside it says who holds it.
 */
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final RandomAccessFile file;
    private final FileLock lock;

    private DataDirectory(Path path, RandomAccessFile file, FileLock lock) {
        this.path = path;
        this.file = file;
        this.lock = lock;
    }

    /** @throws StartFailed in one sentence, naming the holder, if another process has it */
    static DataDirectory open(Path path) throws StartFailed {
        try {
            Files.createDirectories(path);
            RandomAccessFile file =
                    new RandomAccessFile(path.resolve("watchfloor.lock").toFile(), "rw");
            FileLock lock = tryLock(file);
            if (lock == null) {
                String holder = Files.readString(holderFile(path)).strip();
                file.close();
                throw new StartFailed("the data directory " + path + " is in use by " + holder);
            }
            DataDirectory directory = new DataDirectory(path, file, lock);
            directory.announce("no local address yet");
            return directory;
        } catch (IOException e) {
            throw new StartFailed("the data directory " + path + " cannot be used: " + reason(e)
                    + "; choose another one with --data");
        }
    }

    /** The platform's usual place: {@code $XDG_DATA_HOME}, {@code ~/.local/share}, or {@code %LOCALAPPDATA%}. */
    static Path usual(Map<String, String> environment, Path home) {
        return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                .or(() -> Optional.ofNullable(environment.get("LOCALAPPDATA")))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(home.resolve(".local/share"))
                .resolve("watchfloor");
    }

    Path path() {
        return path;
    }

    /** Tells a second start where this one listens. */
    void announce(String where) throws IOException {
        String holder = "Watchfloor with pid " + ProcessHandle.current().pid() + ", " + where;
        Files.writeString(holderFile(path), holder + "\n", StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(holderFile(path));
        lock.release();
        file.close();
    }

    private static String reason(IOException e) {
        return switch (e) {
            case FileAlreadyExistsException _ -> "it is a file";
            case AccessDeniedException _ -> "this user may not write there";
            case FileSystemException failed ->
                Optional.ofNullable(failed.getReason()).orElse("there is no such place");
            default -> String.valueOf(e.getMessage());
        };
    }

    private static Path holderFile(Path path) {
        return path.resolve("watchfloor.pid");
    }

    private static @Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
