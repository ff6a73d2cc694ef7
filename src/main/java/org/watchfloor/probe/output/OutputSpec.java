package org.watchfloor.probe.output;

import java.util.List;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.probe.net.Expression;

/**
 * What the output of a command means, as the operator wrote it.
 *
 * @param format default: that of the check type
 * @param pattern for {@link OutputFormat#REGEX} only: must be found in stdout
 * @param expectExit exit codes that count as good, 0 to 255, default 0; {@link OutputFormat#NAGIOS} has its own meaning
 *     and ignores them
 * @param limit bytes kept of stdout and of stderr, 1 KiB to 4 MiB, default 256 KiB
 */
public record OutputSpec(OutputFormat format, Optional<Expression> pattern, List<Integer> expectExit, int limit) {
    private static final int DEFAULT_LIMIT = 256 * 1024;
    private static final int MIN_LIMIT = 1024;
    private static final int MAX_LIMIT = 4 * 1024 * 1024;

    public OutputSpec {
        expectExit = List.copyOf(expectExit);
    }

    /** What is read when only the exit code counts. */
    public static OutputSpec of(OutputFormat format) {
        return new OutputSpec(format, Optional.empty(), List.of(0), DEFAULT_LIMIT);
    }

    /** Reads the keys {@code format}, {@code pattern}, {@code expect-exit} and {@code output-limit} of a check. */
    public static OutputSpec read(ConfigNode node, OutputFormat byDefault) {
        OutputFormat format = node.key(
                        "format",
                        "how stdout is read: nagios (exit 0-3 and perfdata), key-value, json, regex or none; default "
                                + byDefault.name().toLowerCase(java.util.Locale.ROOT))
                .choice(byDefault);
        Optional<Expression> pattern = node.key(
                        "pattern",
                        "for format regex: must be found in stdout; named groups that are numbers become metrics")
                .pattern()
                .map(Expression::of);
        List<String> exits = node.key(
                        "expect-exit", "good exit codes, 0 to 255, default 0; not for format nagios, which has its own")
                .texts(List.of("0"));
        int limit = node.key("output-limit", "bytes kept of stdout and of stderr, 1KiB to 4MiB, default 256KiB")
                .bytes(DEFAULT_LIMIT, MIN_LIMIT, MAX_LIMIT);
        checkPattern(node, format, pattern.isPresent());
        return new OutputSpec(format, pattern, exitCodes(node, exits), limit);
    }

    private static void checkPattern(ConfigNode node, OutputFormat format, boolean present) {
        if (format == OutputFormat.REGEX && !present) {
            node.problem("format", "format regex needs a pattern", "add pattern: with the regular expression");
        }
        if (format != OutputFormat.REGEX && present) {
            node.problem("pattern", "pattern is only used by format regex", "set format: regex or remove it");
        }
    }

    private static List<Integer> exitCodes(ConfigNode node, List<String> texts) {
        if (texts.stream().allMatch(text -> text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= 255)) {
            return texts.stream().map(Integer::valueOf).toList();
        }
        node.problem("expect-exit", "not an exit code", "use numbers from 0 to 255");
        return List.of(0);
    }
}
