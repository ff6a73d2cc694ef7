package org.watchfloor.probe.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.probe.ladder.Descents.down;
import static org.watchfloor.probe.ladder.Descents.good;
import static org.watchfloor.probe.ladder.Descents.rung;
import static org.watchfloor.probe.ladder.Descents.standings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Secret;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Rung;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.output.OutputFormat;
import org.watchfloor.probe.output.OutputSpec;

/** Each rung of a command broken with a real process. */
@NullMarked
class CommandLadderTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final CommandProbeType type =
            new CommandProbeType(Thread.ofPlatform().daemon().factory());

    @TempDir
    Path directory;

    private Path script(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("check_it"), "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void allHoldsWhenTheCommandSaysSo() throws Exception {
        List<Rung> rungs = down(ladder(script("echo fine").toString()));

        assertThat(standings(rungs)).isEqualTo("program ok, executable ok, start ok, end ok, result ok");
        assertThat(rung(rungs, "result").seen()).isEqualTo("exit code 0: fine");
    }

    @Test
    void findsTheProgramThatIsGoneAndSaysWhereItWas() throws Exception {
        Path file = script("echo fine");
        Optional<CheckResult> good = good(type.open(check(file.toString())));
        Files.delete(file);

        List<Rung> rungs = down(ladder(file.toString()), AMPLE, good);

        assertThat(standings(rungs))
                .isEqualTo("program broken, executable not reached, start not reached, end not reached,"
                        + " result not reached");
        assertThat(rung(rungs, "program").seen()).isEqualTo(file + " does not exist");
        assertThat(rung(rungs, "program").lastGood()).startsWith(file + " until 20");
    }

    @Test
    void findsTheCommandThatIsInstalledNowhere() throws Exception {
        List<Rung> rungs = down(ladder("check_unheard_of"));

        assertThat(rung(rungs, "program").seen())
                .isEqualTo("check_unheard_of lies in no directory of PATH, nor where monitoring plugins are installed");
    }

    @Test
    void findsTheProgramThatMayNotBeExecuted() throws Exception {
        Path file = script("echo fine");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        List<Rung> rungs = down(ladder(file.toString()));

        assertThat(standings(rungs))
                .isEqualTo("program ok, executable broken, start not reached, end not reached, result not reached");
        assertThat(rung(rungs, "executable").seen()).isEqualTo("this user may not execute " + file);
    }

    @Test
    void findsTheProgramThatCannotBeStarted() throws Exception {
        Path file = Files.writeString(directory.resolve("check_it"), "#!/nowhere/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));

        List<Rung> rungs = down(ladder(file.toString()));

        assertThat(standings(rungs))
                .isEqualTo("program ok, executable ok, start broken, end not reached, result not reached");
        assertThat(rung(rungs, "start").seen()).contains("cannot be started: No such file or directory");
    }

    @Test
    void findsTheDirectoryAndTheSecretThatAreMissing() throws Exception {
        String file = script("echo fine").toString();
        CommandCheck nowhere = new CommandCheck(
                List.of(file), false, Map.of(), Map.of(), Optional.of(directory.resolve("gone")), spec());
        CommandCheck secretive = new CommandCheck(
                List.of(file),
                false,
                Map.of(),
                Map.of("TOKEN", new Secret.Variable("WATCHFLOOR_TEST_NOT_SET")),
                Optional.empty(),
                spec());

        assertThat(rung(down(type.ladder(nowhere).orElseThrow()), "start").seen())
                .contains("gone does not exist");
        assertThat(rung(down(type.ladder(secretive).orElseThrow()), "start").seen())
                .contains("WATCHFLOOR_TEST_NOT_SET")
                .contains("is not set");
    }

    @Test
    void findsTheCommandThatDoesNotEnd() throws Exception {
        Optional<CheckResult> good = good(type.open(check(script("echo fine").toString())));
        Path file = script("sleep 60");

        List<Rung> rungs = down(ladder(file.toString()), Duration.ofSeconds(1), good);

        assertThat(standings(rungs)).isEqualTo("program ok, executable ok, start ok, end broken, result not reached");
        assertThat(rung(rungs, "end").seen()).isEqualTo("killed after 1000 ms without an end");
        assertThat(rung(rungs, "end").lastGood()).startsWith("ended by itself in ");
    }

    @Test
    void findsTheExitCodeAndSaysHowItEndedBefore() throws Exception {
        Optional<CheckResult> good = good(type.open(check(script("echo DISK OK").toString())));
        Path file = script("echo DISK FULL; exit 2");

        List<Rung> rungs = down(ladder(file.toString()), AMPLE, good);

        assertThat(standings(rungs)).isEqualTo("program ok, executable ok, start ok, end ok, result broken");
        assertThat(rung(rungs, "result").seen()).isEqualTo("DISK FULL");
        assertThat(rung(rungs, "result").lastGood()).startsWith("exit code 0: DISK OK in ");
    }

    @Test
    void leavesItToTheShellToFindWhatACommandLineNames() throws Exception {
        CommandCheck line = new CommandCheck(
                List.of("unheard-of | cat; exit 127"), true, Map.of(), Map.of(), Optional.empty(), spec());

        List<Rung> rungs = down(type.ladder(line).orElseThrow());

        assertThat(rung(rungs, "program").seen()).isEqualTo("/bin/sh reads the command line");
        assertThat(standings(rungs)).isEqualTo("program ok, executable ok, start ok, end ok, result broken");
    }

    private Ladder ladder(String command) {
        return type.ladder(check(command)).orElseThrow();
    }

    private static CommandCheck check(String command) {
        return new CommandCheck(List.of(command), false, Map.of(), Map.of(), Optional.empty(), spec());
    }

    private static OutputSpec spec() {
        return OutputSpec.of(OutputFormat.NAGIOS);
    }
}
