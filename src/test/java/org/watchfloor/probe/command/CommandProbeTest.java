package org.watchfloor.probe.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Secret;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.output.OutputFormat;
import org.watchfloor.probe.output.OutputSpec;

/** Real processes: their exits, their output, and that none outlives its time. */
@NullMarked
@EnabledOnOs({OS.LINUX, OS.MAC})
class CommandProbeTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(600);

    @TempDir
    Path directory;

    @Test
    void readsAPlugin() throws Exception {
        Path plugin = script("echo \"OK - $1|time=12ms;50;100\"");

        Observation seen = run(check(List.of(plugin.toString(), "a b")), AMPLE);

        assertThat(seen.outcome()).isEqualTo(new Outcome.Up("OK - a b"));
        assertThat(seen.measurements()).containsExactly(new Measurement("time", 12, "ms"));
        assertThat(seen.timings().phases()).containsOnlyKeys(Phase.COMMAND);
    }

    @Test
    void takesNoShellUnlessAskedFor() throws Exception {
        assertThat(run(check(List.of("echo", "$HOME;ls")), AMPLE).outcome().message())
                .isEqualTo("$HOME;ls");
        assertThat(run(shell("echo $((6*7))"), AMPLE).outcome().message()).isEqualTo("42");
    }

    @Test
    void tellsACommandThatIsNotThere() throws Exception {
        assertUnknown(run(check(List.of("no-such-command")), AMPLE), Reason.COMMAND_NOT_FOUND);
        Observation gone = run(check(List.of("/no/such/command")), AMPLE);
        assertUnknown(gone, Reason.COMMAND_NOT_FOUND);
        assertThat(gone.outcome().message())
                .isEqualTo("command /no/such/command cannot be started: No such file or directory");
        assertUnknown(run(shell("no-such-command"), AMPLE), Reason.COMMAND_NOT_FOUND);
        Path plain = Files.writeString(directory.resolve("plain"), "text");
        assertUnknown(run(check(List.of(plain.toString())), AMPLE), Reason.COMMAND_NOT_FOUND);
    }

    @Test
    void tellsADirectoryThatIsNotThere() throws Exception {
        CommandCheck check = new CommandCheck(
                List.of("pwd"), false, Map.of(), Map.of(), Optional.of(directory.resolve("gone")), none());

        assertUnknown(run(check, AMPLE), Reason.COMMAND_NOT_FOUND);
    }

    @Test
    void runsInItsDirectoryWithACleanEnvironment() throws Exception {
        CommandCheck check = new CommandCheck(
                List.of("pwd; env | cut -d= -f1 | sort | tr '\\n' ' '"),
                true,
                Map.of("EXTRA", "1"),
                Map.of(),
                Optional.of(directory),
                none());

        Observation seen = run(check, AMPLE);

        assertThat(seen.outcome().message()).isEqualTo(directory.toRealPath().toString());
        assertThat(String.join("", seen.facts().stream().map(Fact::value).toList()))
                .contains("EXTRA", "HOME", "LANG", "LC_ALL", "PATH", "USER", "WATCHFLOOR_RUN")
                .doesNotContain("JAVA_HOME", "MAVEN");
    }

    @Test
    void handsOverSecretsAndCoversThemInTheOutput() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "hunter2\n");
        CommandCheck check = new CommandCheck(
                List.of("test \"$TOKEN\" = hunter2 && echo \"token $TOKEN\""),
                true,
                Map.of(),
                Map.of("TOKEN", new Secret.File(secret)),
                Optional.empty(),
                none());

        Observation seen = run(check, AMPLE);

        assertThat(seen.outcome()).isEqualTo(new Outcome.Up("token ***"));
        assertThat(seen.toString()).doesNotContain("hunter2");
    }

    @Test
    void tellsAMissingSecret() throws Exception {
        CommandCheck check = new CommandCheck(
                List.of("true"),
                false,
                Map.of(),
                Map.of("T", new Secret.Variable("NOT_SET_HERE")),
                Optional.empty(),
                none());

        assertUnknown(run(check, AMPLE), Reason.CREDENTIAL_MISSING);
    }

    @Test
    void closesTheInput() throws Exception {
        assertThat(run(shell("cat; echo done"), AMPLE).outcome().message()).isEqualTo("done");
    }

    @Test
    void drainsMoreThanAPipeHoldsAndKeepsTheBeginning() throws Exception {
        CommandCheck check = new CommandCheck(
                List.of("head -c 3000000 /dev/zero | tr '\\0' x; head -c 3000000 /dev/zero >&2"),
                true,
                Map.of(),
                Map.of(),
                Optional.empty(),
                new OutputSpec(OutputFormat.NONE, Optional.empty(), List.of(0), 2000));

        Observation seen = run(check, AMPLE);

        assertThat(seen.outcome()).isInstanceOf(Outcome.Up.class);
        assertThat(seen.facts()).contains(new Fact("output", "cut off after 2000 bytes"));
    }

    @Test
    void killsTheWholeTreeAtItsTime() throws Exception {
        Path pids = directory.resolve("pids");
        String line = "sleep 300 & echo $! >> %1$s; (sh -c 'sleep 301 & echo $! >> %1$s; wait') & wait".formatted(pids);
        long begun = System.nanoTime();

        Observation seen = run(shell(line), SHORT);

        assertThat(seen.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Down.class, down -> assertThat(down.reason()).isEqualTo(Reason.RESPONSE_TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertAllDead(pids, 2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void killsAlsoWhatHasLeftItsParent() throws Exception {
        Path pids = directory.resolve("pids");
        String line = "(setsid sh -c 'echo $$ >> %1$s; exec sleep 302' &) ; sleep 303".formatted(pids);

        run(shell(line), SHORT);

        assertAllDead(pids, 1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void doesNotWaitForWhatACommandLeavesBehind() throws Exception {
        Path pids = directory.resolve("pids");
        long begun = System.nanoTime();

        Observation seen = run(shell("(sleep 304 & echo $! >> %s); echo done".formatted(pids)), AMPLE);

        assertThat(seen.outcome().message()).isEqualTo("done");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertAllDead(pids, 1);
    }

    @Test
    void killsTheCommandWhenTheCheckIsStopped() throws Exception {
        Path pids = directory.resolve("pids");
        FutureTask<Observation> running =
                new FutureTask<>(() -> run(shell("echo $$ >> %s; exec sleep 305".formatted(pids)), AMPLE));
        Thread caller = Thread.startVirtualThread(running);
        await().until(() -> Files.exists(pids) && Files.size(pids) > 0);

        caller.interrupt();

        assertThatThrownBy(running::get).hasCauseInstanceOf(InterruptedException.class);
        assertAllDead(pids, 1);
    }

    private static void assertAllDead(Path pids, int count) throws Exception {
        List<String> lines = Files.readAllLines(pids);
        assertThat(lines).hasSize(count);
        for (String pid : lines) {
            await().until(() -> ProcessHandle.of(Long.parseLong(pid))
                    .map(handle -> !handle.isAlive())
                    .orElse(true));
        }
    }

    private static void assertUnknown(Observation seen, Reason reason) {
        assertThat(seen.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.reason())
                                .as(unknown.message())
                                .isEqualTo(reason));
    }

    private Path script(String body) throws Exception {
        Path file = Files.writeString(directory.resolve("check_it"), "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static CommandCheck check(List<String> argv) {
        return new CommandCheck(argv, false, Map.of(), Map.of(), Optional.empty(), OutputSpec.of(OutputFormat.NAGIOS));
    }

    private static CommandCheck shell(String line) {
        return new CommandCheck(List.of(line), true, Map.of(), Map.of(), Optional.empty(), none());
    }

    private static OutputSpec none() {
        return OutputSpec.of(OutputFormat.NONE);
    }

    private static Observation run(CommandCheck check, Duration timeout) throws InterruptedException {
        return new CommandProbeType(
                        Thread.ofPlatform().daemon().name("command-", 0).factory())
                .open(check)
                .run(timeout);
    }
}
