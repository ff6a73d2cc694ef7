package org.watchfloor.probe.output;

import java.util.Optional;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Timings;
import org.watchfloor.probe.net.Expression;

/**
 * Says what the output of a command means. A shell's 126 and 127 are a command that cannot be run; a plugin's 0, 1, 2, 3
 * are up, degraded, down and unknown; elsewhere an unexpected exit code is down. Stateless; any thread.
 */
public final class OutputJudge {
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final int MAX_MESSAGE = 300;

    private final OutputSpec spec;

    public OutputJudge(OutputSpec spec) {
        this.spec = spec;
    }

    /** @throws InterruptedException if the check is being stopped */
    public Observation judge(CommandOutput output, Timings timings) throws InterruptedException {
        Reading reading = new Reading();
        Outcome outcome = outcome(output, reading);
        reading.note("exit code", Integer.toString(output.exit()));
        reading.note("stdout", output.stdout());
        reading.note("stderr", output.stderr());
        if (output.cut()) {
            reading.note("output", "cut off after " + spec.limit() + " bytes");
        }
        return new Observation(outcome, timings, reading.measurements(), reading.facts());
    }

    private Outcome outcome(CommandOutput output, Reading reading) throws InterruptedException {
        if (output.exit() == NOT_FOUND) {
            return new Outcome.Unknown(
                    Reason.COMMAND_NOT_FOUND, said(output).orElse("the command does not exist (exit 127)"));
        }
        if (output.exit() == NOT_EXECUTABLE) {
            return new Outcome.Unknown(
                    Reason.COMMAND_NOT_FOUND, said(output).orElse("the command cannot be executed (exit 126)"));
        }
        return spec.format() == OutputFormat.NAGIOS ? plugin(output, reading) : other(output, reading);
    }

    private static Outcome plugin(CommandOutput output, Reading reading) {
        PluginOutput.read(output.stdout(), reading);
        String text = PluginOutput.message(output.stdout());
        String message = shortened(text.isEmpty() ? "exit code " + output.exit() + " without a text" : text);
        return switch (output.exit()) {
            case 0 -> new Outcome.Up(message);
            case 1 -> new Outcome.Degraded(Reason.EXIT_CODE, message);
            case 2 -> new Outcome.Down(Reason.EXIT_CODE, message);
            case 3 -> new Outcome.Unknown(Reason.EXIT_CODE, message);
            default ->
                new Outcome.Unknown(
                        Reason.EXIT_CODE,
                        "exit code " + output.exit() + ", which is none of a plugin (0 to 3)"
                                + (text.isEmpty() ? "" : ": " + shortened(text)));
        };
    }

    private Outcome other(CommandOutput output, Reading reading) throws InterruptedException {
        Optional<Outcome> misread = read(output.stdout(), reading);
        if (!spec.expectExit().contains(output.exit())) {
            String expected = String.join(
                    ", ", spec.expectExit().stream().map(String::valueOf).toList());
            String what = "exit code " + output.exit() + ", expected " + expected;
            return new Outcome.Down(
                    Reason.EXIT_CODE,
                    said(output).map(text -> what + ": " + text).orElse(what));
        }
        return misread.orElseGet(() -> new Outcome.Up(said(output).orElse("exit code " + output.exit())));
    }

    /** What is wrong with the output, if anything. */
    private Optional<Outcome> read(String stdout, Reading reading) throws InterruptedException {
        return switch (spec.format()) {
            case NAGIOS, NONE -> Optional.empty();
            case KEY_VALUE -> {
                KeyValueOutput.read(stdout, reading);
                yield reading.isEmpty() ? misread("the output has no lines of key=value") : Optional.empty();
            }
            case JSON -> JsonOutput.read(stdout, reading) ? Optional.empty() : misread("the output is not JSON");
            case REGEX -> search(spec.pattern().orElseThrow(), stdout, reading);
        };
    }

    private static Optional<Outcome> search(Expression pattern, String stdout, Reading reading)
            throws InterruptedException {
        return switch (PatternOutput.read(pattern, stdout, reading)) {
            case YES -> Optional.empty();
            case NO -> Optional.of(new Outcome.Down(Reason.EXPECT_MISMATCH, "the output does not contain " + pattern));
            case TOO_SLOW -> misread("the pattern " + pattern + " takes too long on this output");
        };
    }

    private static Optional<Outcome> misread(String message) {
        return Optional.of(new Outcome.Unknown(Reason.PROTOCOL, message));
    }

    /** The first line that says something, complaints first if the command failed. */
    private static Optional<String> said(CommandOutput output) {
        String complaints = output.exit() == 0 ? "" : output.stderr();
        return (complaints + "\n" + output.stdout())
                .lines()
                .map(line -> Reading.printable(line).strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(OutputJudge::shortened);
    }

    private static String shortened(String text) {
        return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…";
    }
}
