package org.watchfloor.probe.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.CleanEnvironment;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Rung;
import org.watchfloor.model.Rung.Standing;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.ladder.Rungs;
import org.watchfloor.probe.ladder.Rungs.Found;
import org.watchfloor.probe.ladder.Seen;
import org.watchfloor.probe.ladder.Step;
import org.watchfloor.probe.net.Words;

/**
 * The way of a command: its program is found, may be executed, is started, ends in time, and says by its exit code and
 * its output that all is well. The last three are seen by running it once more.
 */
final class CommandLadder implements Ladder {
    /** A fact of a look: the file that was executed. */
    static final String PROGRAM = "program";

    private static final String EXIT = "exit code";
    private static final int LONGEST_LINE = 120;

    /** How long it takes is told with the step after it. */
    private static final Step START = new Step(
            "start",
            Set.of(Reason.COMMAND_NOT_FOUND, Reason.CREDENTIAL_MISSING, Reason.INTERNAL),
            seen -> Seen.has(seen, Phase.COMMAND),
            Phase.CONNECT,
            seen -> Seen.has(seen, Phase.COMMAND) ? "started" : "");

    private static final Step END = new Step(
            "end",
            Set.of(Reason.RESPONSE_TIMEOUT),
            seen -> !Seen.fact(seen, EXIT).isEmpty(),
            Phase.COMMAND,
            seen -> Seen.fact(seen, EXIT).isEmpty() ? "" : "ended by itself");

    /** A shell says by its exit code that it did not find a command. */
    private static final Step RESULT = new Step(
            "result",
            Set.of(Reason.EXIT_CODE, Reason.COMMAND_NOT_FOUND, Reason.EXPECT_MISMATCH, Reason.PROTOCOL),
            _ -> false,
            Phase.COMMAND,
            CommandLadder::said);

    private final CommandCheck check;
    private final Probe probe;

    CommandLadder(CommandCheck check, Probe probe) {
        this.check = check;
        this.probe = probe;
    }

    @Override
    public List<Rung> descend(Duration timeout, Optional<CheckResult> good) throws InterruptedException {
        Rungs rungs = new Rungs(good);
        Optional<Path> program = program();
        rungs.take(PROGRAM, () -> found(program, rungs));
        rungs.take("executable", () -> program.map(CommandLadder::executable).orElseThrow());
        Duration budget = timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
        rungs.look(List.of(START, END, RESULT), _ -> patient(probe.run(budget), budget, timeout), budget);
        return rungs.all();
    }

    /** A path is meant from where the command is run. */
    private Optional<Path> program() {
        String name = check.shell() ? "/bin/sh" : check.argv().getFirst();
        if (name.indexOf('/') < 0 && Path.of(name).getNameCount() == 1) {
            return CleanEnvironment.find(name)
                    .or(() -> CleanEnvironment.lying(name).findFirst());
        }
        Path file = Path.of(name);
        return Optional.of(check.directory().map(from -> from.resolve(file)).orElse(file))
                .filter(Files::exists);
    }

    private Found found(Optional<Path> program, Rungs rungs) {
        String name = Words.excerpt(check.argv().getFirst(), LONGEST_LINE);
        if (program.isEmpty()) {
            String where = name.indexOf('/') < 0
                    ? " lies in no directory of PATH, nor where monitoring plugins are installed"
                    : " does not exist";
            return new Found(Standing.BROKEN, name + where, rungs.until(PROGRAM));
        }
        String now = program.get().toString();
        String before = rungs.until(PROGRAM);
        boolean isOther = !before.isEmpty() && !before.startsWith(now + " until ");
        String what = check.shell() ? "/bin/sh reads the command line" : "is " + now;
        return isOther ? new Found(Standing.CHANGED, what, before) : new Found(Standing.OK, what, "");
    }

    private static Found executable(Path program) {
        if (Files.isDirectory(program)) {
            return new Found(Standing.BROKEN, program + " is a directory", "");
        }
        return Files.isExecutable(program)
                ? new Found(Standing.OK, "this user may execute it", "")
                : new Found(Standing.BROKEN, "this user may not execute " + program, "");
    }

    /** A check may be given more time than a descent. */
    private static Observation patient(Observation seen, Duration budget, Duration timeout) {
        boolean isCut = budget.compareTo(timeout) < 0
                && seen.outcome() instanceof Outcome.Down down
                && down.reason() == Reason.RESPONSE_TIMEOUT;
        String words = "still ran after " + budget.toSeconds()
                + " s, which is all that a diagnosis takes; the check allows " + timeout.toSeconds() + " s";
        return isCut
                ? new Observation(
                        new Outcome.Down(Reason.RESPONSE_TIMEOUT, words),
                        seen.timings(),
                        seen.measurements(),
                        seen.facts())
                : seen;
    }

    /** {@code exit code 0: DISK OK - free space}. */
    private static String said(Observation seen) {
        String exit = Seen.fact(seen, EXIT);
        String line = Words.excerpt(Seen.fact(seen, "stdout"), LONGEST_LINE);
        return exit.isEmpty() ? "" : EXIT + " " + exit + (line.isEmpty() ? "" : ": " + line);
    }
}
