package org.watchfloor.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code ~/.ssh/config} (ssh_config(5)): {@code Host} with patterns and negation, {@code Include} with globs below
 * {@code ~/.ssh}; the keywords are those of {@link HostSettings}. {@code Match} blocks are passed over, which is logged
 * once. Read anew for each question; safe for several threads.
 */
final class SshConfigFile {
    private static final Logger LOG = LoggerFactory.getLogger(SshConfigFile.class);
    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z]+)(?:\\s*=\\s*|\\s+)(.*\\S)\\s*");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final int MAX_DEPTH = 16;
    private static final long MAX_FILE = 1024 * 1024;

    private final Path home;
    private final Set<Path> reportedMatches = ConcurrentHashMap.newKeySet();

    SshConfigFile(Path home) {
        this.home = home;
    }

    HostSettings of(String alias) {
        HostSettings settings = new HostSettings();
        read(dotSsh().resolve("config"), alias, true, settings, 0);
        return settings;
    }

    /** @param enclosed whether the place that includes this file applies to the host */
    private void read(Path file, String alias, boolean enclosed, HostSettings settings, int depth) {
        boolean applies = enclosed;
        for (String line : lines(file)) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            String keyword = matcher.group(1).toLowerCase(Locale.ROOT);
            List<String> values = words(matcher.group(2));
            switch (keyword) {
                case "host" -> applies = enclosed && isAmong(alias, values);
                case "match" -> {
                    applies = false;
                    reportMatch(file);
                }
                case "include" -> {
                    if (applies && depth < MAX_DEPTH) {
                        included(values).forEach(path -> read(path, alias, true, settings, depth + 1));
                    }
                }
                default -> {
                    if (applies && !values.isEmpty()) {
                        settings.add(keyword, values.getFirst());
                    }
                }
            }
        }
    }

    private static boolean isAmong(String alias, List<String> patterns) {
        boolean found = false;
        for (String pattern : patterns) {
            if (pattern.startsWith("!") && HostPattern.matches(pattern.substring(1), alias)) {
                return false;
            }
            found |= HostPattern.matches(pattern, alias);
        }
        return found;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            String word = quoted == null ? matcher.group() : quoted;
            if (quoted == null && word.startsWith("#")) {
                break;
            }
            words.add(word);
        }
        return words;
    }

    private List<Path> included(List<String> globs) {
        List<Path> files = new ArrayList<>();
        for (String glob : globs) {
            try {
                Path pattern = dotSsh().resolve(inHome(glob)).normalize();
                files.addAll(matching(pattern));
            } catch (IOException | InvalidPathException | PatternSyntaxException e) {
                LOG.warn("Include {} in {}: {}", glob, dotSsh().resolve("config"), e.toString());
            }
        }
        return files;
    }

    /** A glob in the last name of the path, sorted as the shell sorts it. */
    private static List<Path> matching(Path pattern) throws IOException {
        Path directory = pattern.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> paths =
                Files.newDirectoryStream(directory, pattern.getFileName().toString())) {
            paths.forEach(found::add);
        }
        return found.stream().sorted().toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_FILE
                    ? Files.readString(file, StandardCharsets.ISO_8859_1)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            LOG.warn("cannot read {}: {}", file, e.toString());
            return List.of();
        }
    }

    private void reportMatch(Path file) {
        if (reportedMatches.add(file)) {
            LOG.info("Match blocks in {} are passed over; only Host blocks count", file);
        }
    }

    Path inHome(String path) {
        return path.startsWith("~/") ? home.resolve(path.substring(2)) : Path.of(path);
    }

    private Path dotSsh() {
        return home.resolve(".ssh");
    }
}
