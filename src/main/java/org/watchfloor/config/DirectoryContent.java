package org.watchfloor.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The YAML files of a directory as they were at one moment.
 *
 * @param files bytes by file name
 * @param problems with the directory, or with files that could not be read
 */
record DirectoryContent(SortedMap<String, byte[]> files, List<ConfigProblem> problems) {
    static DirectoryContent of(Path directory) {
        Problems problems = new Problems();
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, DirectoryContent::belongs)) {
            for (Path path : entries) {
                Optional<byte[]> bytes = ConfigFile.read(path, problems);
                bytes.ifPresent(found -> files.put(ConfigFile.nameOf(path), found));
            }
        } catch (IOException | DirectoryIteratorException e) {
            String mend = "name an existing directory that this user may read";
            problems.note(new Place(directory.toString(), 1, 1), "the directory cannot be read", mend);
        }
        return new DirectoryContent(files, problems.sorted());
    }

    /** Readable, but without a YAML file. */
    boolean isEmpty() {
        return files.isEmpty() && problems.isEmpty();
    }

    /** The same with other bytes in the place of a file. */
    DirectoryContent with(String name, byte[] bytes) {
        SortedMap<String, byte[]> next = new TreeMap<>(files);
        next.put(name, bytes);
        return new DirectoryContent(next, problems);
    }

    private static boolean belongs(Path path) {
        String name = ConfigFile.nameOf(path);
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    /** Equal for equal contents, whatever the files' times and inodes are. */
    String fingerprint() {
        MessageDigest digest = Digest.sha256();
        files.forEach((name, bytes) -> {
            digest.update(digestOf(name.getBytes(StandardCharsets.UTF_8)));
            digest.update(digestOf(bytes));
        });
        digest.update(digestOf(problems.toString().getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] digestOf(byte[] bytes) {
        return Digest.sha256().digest(bytes);
    }
}
