package org.watchfloor.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One key of a mapping, read as exactly one type. A value of the wrong type or out of range notes a problem and yields
 * the default. In every text {@code {host.id}} and {@code {host.address}} stand for the host that the check belongs to.
 */
public interface ConfigKey {
    Optional<String> text();

    String text(String byDefault);

    /** Absent is a problem. */
    String requiredText();

    /** A single text or a list of texts; empty when absent. */
    List<String> texts();

    List<String> texts(List<String> byDefault);

    /** A flat mapping of texts, in order. */
    Map<String, String> textMap();

    boolean flag(boolean byDefault);

    int integer(int byDefault, int min, int max);

    /** An integer without a default, such as a port that must be given. */
    int requiredInteger(int min, int max);

    Optional<Double> number();

    /** {@code 500ms}, {@code 10s}, {@code 5m}, {@code 1h30m}, {@code 7d}. */
    Duration duration(Duration byDefault, Duration min, Duration max);

    Optional<Duration> duration(Duration min, Duration max);

    /** {@code 64KiB}, {@code 1MiB}, or plain bytes. */
    int bytes(int byDefault, int min, int max);

    /** One of the enum's names in lower case with hyphens. */
    <E extends Enum<E>> E choice(E byDefault);

    /** A regular expression of {@code java.util.regex}; a bad one points at its character. */
    Optional<Pattern> pattern();

    /** Notes what is wrong with the text of this key at one of its characters, 0 for the first. */
    void problemAt(int offset, String what, String mend);

    /** An absolute URI with one of the schemes. */
    URI requiredUri(String... schemes);

    Optional<URI> uri(String... schemes);

    /** A file, relative to the directory of the configuration; {@code ~/} is the home directory. Need not exist. */
    Optional<Path> path();

    /** A secret by reference: {@code ${ENV}} or {@code file:PATH}. A literal is a problem that says what to do instead. */
    Optional<Secret> secret();
}
