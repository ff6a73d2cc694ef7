package org.watchfloor.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One file of the configuration as it lies on the disk: bounded, UTF-8, one YAML mapping. */
final class ConfigFile {
    static final int MAX_BYTES = 8 << 20;

    private ConfigFile() {}

    /** The bytes, or empty with a problem noted. */
    static Optional<byte[]> read(Path path, Problems problems) {
        Place place = new Place(nameOf(path), 1, 1);
        if (!Files.isRegularFile(path)) {
            problems.note(place, "is not a regular file", "replace it by a file, or rename it");
            return Optional.empty();
        }
        try (var in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length <= MAX_BYTES) {
                return Optional.of(bytes);
            }
            problems.note(
                    place, "the file is larger than " + ByteText.format(MAX_BYTES), "split it into several files");
        } catch (IOException e) {
            problems.note(place, "the file cannot be read", "give this user the right to read it");
        }
        return Optional.empty();
    }

    /**
     * The mapping that the file holds; an empty one if there are problems, which are noted. A file without a character is
     * one: editors empty a file before they write it, which must not empty the site.
     */
    static Yaml.Mapping parse(String file, byte[] bytes, Problems problems) {
        Place start = new Place(file, 1, 1);
        Optional<String> decoded = decode(file, bytes, problems);
        if (decoded.filter(String::isBlank).isPresent()) {
            problems.note(start, "the file is empty", "write something such as hosts:, or remove it");
            return Yaml.Mapping.empty(start);
        }
        return decoded.flatMap(text -> new YamlParser(file, text, problems).parse())
                .map(root -> mapping(root, problems))
                .orElseGet(() -> Yaml.Mapping.empty(start));
    }

    private static Yaml.Mapping mapping(Yaml root, Problems problems) {
        if (root instanceof Yaml.Mapping mapping) {
            return mapping;
        }
        if (!(root instanceof Yaml.Scalar scalar && scalar.isNull())) {
            problems.note(
                    root.place(),
                    "the file is " + root.kind() + ", not a mapping",
                    "begin it with a key such as hosts:");
        }
        return Yaml.Mapping.empty(root.place());
    }

    private static Optional<String> decode(String file, byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            problems.note(new Lines(file, decoded).end(), "the file is not UTF-8 here", "save it as UTF-8");
            return Optional.empty();
        }
        return Optional.of(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
    }

    static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
