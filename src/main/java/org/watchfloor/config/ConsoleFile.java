package org.watchfloor.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.Optional;

/**
 * The file of the configuration that the console writes, and the version before its last change beside it. A file is
 * written whole beside its place, made sure to be on the disk, and moved there: after a crash there is either the old or
 * the new one. Confined to one thread at a time.
 */
final class ConsoleFile {
    static final String NAME = "console.yaml";
    static final String BEFORE = NAME + ".before";

    static final String HEADER = """
            # Written by the console and the API of Watchfloor, and read like every other file here. It may be edited by
            # hand: what is outside of an entry stays as it is, comments inside of an entry are lost when that entry is saved
            # in the console. The version before the last change is %s.
            """.formatted(BEFORE);

    private static final String MADE_OF_THIS = "# before ";

    private final Path file;
    private final Path before;

    ConsoleFile(Path directory) {
        this.file = directory.resolve(NAME);
        this.before = directory.resolve(BEFORE);
    }

    /**
     * A version that was replaced.
     *
     * @param successor digest of what replaced it
     */
    record Before(String text, String successor) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What a file that does not exist yet begins with. */
    static byte[] begun() {
        return HEADER.getBytes(StandardCharsets.UTF_8);
    }

    /** Empty if there never was a change, or if that file is none of ours. */
    Optional<Before> before() throws IOException {
        if (!Files.isRegularFile(before)) {
            return Optional.empty();
        }
        String text = Files.readString(before);
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith(MADE_OF_THIS)) {
            return Optional.empty();
        }
        return Optional.of(new Before(text.substring(end + 1), text.substring(MADE_OF_THIS.length(), end)));
    }

    /**
     * Puts a version in the place of another one.
     *
     * @param known what was read; {@link #begun()} if there was no file
     * @return false if the file is not that any more, and nothing is changed then
     */
    boolean replace(byte[] known, byte[] next) throws IOException {
        if (!isStill(known)) {
            return false;
        }
        Path written = prepare(file, next);
        try {
            String note = MADE_OF_THIS + Digest.of(next) + "\n";
            write(before, joined(note.getBytes(StandardCharsets.UTF_8), known));
            boolean isStill = isStill(known);
            if (isStill) {
                moveInto(written, file);
            }
            return isStill;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private boolean isStill(byte[] known) throws IOException {
        byte[] present = Files.exists(file) ? Files.readAllBytes(file) : begun();
        return Arrays.equals(present, known);
    }

    private static void write(Path place, byte[] bytes) throws IOException {
        moveInto(prepare(place, bytes), place);
    }

    /** Hidden beside its place, so that nobody reads it as configuration. A link stays one: its target is replaced. */
    private static Path prepare(Path place, byte[] bytes) throws IOException {
        Path real = real(place);
        Path fresh = real.resolveSibling("." + real.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            keepRights(real, fresh);
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        return fresh;
    }

    private static void moveInto(Path fresh, Path place) throws IOException {
        Path real = real(place);
        Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(real.resolveSibling("."), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException _) {
            // not every system can make a directory sure; the file itself is
        }
    }

    private static Path real(Path place) throws IOException {
        return Files.exists(place) ? place.toRealPath() : place.toAbsolutePath();
    }

    private static void keepRights(Path old, Path fresh) throws IOException {
        boolean knowsRights = Files.getFileAttributeView(fresh, PosixFileAttributeView.class) != null;
        if (knowsRights && Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(old));
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
