package org.watchfloor.recovery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.watchfloor.recovery.Texts;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepEnd.Outcome;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Values;

/** Real processes: how they end, what they print, and that none outlives its time. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@SuppressWarnings("JdkObsolete") // one thread writes to the buffer while another looks into it
class CommandPerformerTest {
    private static final Duration AMPLE = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(800);

    @TempDir
    private Path directory;

    private final StringBuffer live = new StringBuffer();
    private final CommandPerformer performer = new CommandPerformer(
            new LocalProcess(Thread.ofPlatform().daemon().name("output-", 0).factory()));

    @Test
    void succeedsWithExitCodeZero() throws Exception {
        assertThat(run(shell("echo done; echo warned >&2"), Values.NONE, AMPLE))
                .isEqualTo(new StepEnd(Outcome.SUCCEEDED, "exit code 0", "done\nwarned\n"));
        assertThat(live).hasToString("done\nwarned\n");
    }

    @Test
    void failsWithAnyOtherExitCode() throws Exception {
        assertThat(run(shell("echo no; exit 3"), Values.NONE, AMPLE))
                .isEqualTo(new StepEnd(Outcome.FAILED, "exit code 3", "no\n"));
    }

    @Test
    void saysWhyItWasNotStarted() throws Exception {
        assertThat(run(plain("no-such-program"), Values.NONE, AMPLE))
                .isEqualTo(StepEnd.failed("not started: no-such-program is not installed"));
        assertThat(run(plain("/no/such"), Values.NONE, AMPLE))
                .isEqualTo(StepEnd.failed("not started: /no/such: No such file or directory"));
        Path gone = directory.resolve("gone");
        assertThat(run(new CommandStep(shell("pwd").argv(), true, Map.of(), Optional.of(gone)), Values.NONE, AMPLE))
                .isEqualTo(StepEnd.failed("not started: the working directory " + gone + " does not exist"));
    }

    @Test
    void runsInItsDirectoryWithACleanEnvironment() throws Exception {
        CommandStep step = new CommandStep(
                shell("pwd; env | cut -d= -f1 | sort | tr '\\n' ' '; echo $EXTRA")
                        .argv(),
                true,
                Map.of("EXTRA", Texts.text("<{{value}}>", Language.ENVIRONMENT)),
                Optional.of(directory));

        String output = run(step, Texts.value("a\nb"), AMPLE).output();

        assertThat(output)
                .startsWith(directory.toRealPath() + "\n")
                .contains("EXTRA HOME LANG LC_ALL")
                .endsWith("<a b>\n")
                .doesNotContain("JAVA_HOME", "MAVEN");
    }

    @Test
    void handsOverSecretsAndHidesThem() throws Exception {
        CommandStep step = new CommandStep(
                shell("test \"$KEY\" = hunter2 && printf hun && printf ter2").argv(),
                true,
                Map.of("KEY", Texts.text("{{secret.key}}", Language.ENVIRONMENT)),
                Optional.empty());

        StepEnd end = run(step, Texts.secret(directory, "hunter2"), AMPLE);

        assertThat(end).isEqualTo(new StepEnd(Outcome.SUCCEEDED, "exit code 0", "•••"));
        assertThat(live).hasToString("•••");
    }

    @Test
    void doesNotBeginWithoutItsSecret() throws Exception {
        CommandStep step = shell("touch proof; echo {{secret.key}}");
        Values values = Texts.secret(directory, "");

        assertThatThrownBy(() -> run(step, values, AMPLE))
                .isInstanceOf(NotRendered.class)
                .hasMessageContaining("missing");
        assertThat(directory.resolve("proof")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("org.watchfloor.recovery.Texts#hostile")
    void handsOverHostileValuesAsTheyAre(String value) throws Exception {
        Path script = Files.writeString(directory.resolve("show.sh"), "printf '<%s>' \"$@\"\n");
        CommandStep plain = plain("sh", script.toString(), "{{value}}", "x={{value}}");
        CommandStep shell = shell("sh " + script + " {{value}} x={{value}}");

        for (CommandStep step : List.of(plain, shell)) {
            assertThat(run(step, Texts.value(value), AMPLE).output()).isEqualTo("<" + value + "><x=" + value + ">");
        }
        assertThat(directory.resolve("proof")).doesNotExist();
    }

    @Test
    void keepsBothEndsOfAnEnormousOutput() throws Exception {
        long before = used();

        StepEnd end = run(shell("echo first; yes | head -c 300000000; echo last"), Values.NONE, AMPLE);

        assertThat(end.isSuccess()).isTrue();
        assertThat(end.output())
                .startsWith("first\ny\n")
                .contains(" characters are left out here …\n")
                .endsWith("y\nlast\n")
                .hasSizeLessThan(300_000);
        assertThat(live).hasToString(end.output());
        assertThat(used() - before).isLessThan(50_000_000);
    }

    @Test
    void closesTheInput() throws Exception {
        assertThat(run(shell("cat; echo done"), Values.NONE, AMPLE).output()).isEqualTo("done\n");
    }

    @Test
    void killsTheWholeTreeAtItsTime() throws Exception {
        Path pids = directory.resolve("pids");
        Path script = Files.writeString(directory.resolve("stubborn.sh"), """
                trap '' TERM INT HUP
                echo $$ >> %1$s
                (trap '' TERM; echo begun; sleep 311 & echo $! >> %1$s; wait) &
                sleep 312 & echo $! >> %1$s
                wait
                """.formatted(pids));

        StepEnd end = run(plain("sh", script.toString()), Values.NONE, SHORT);

        assertThat(end)
                .isEqualTo(new StepEnd(Outcome.FAILED, "ended after 800 ms, which is all that it gets", "begun\n"));
        assertAllDead(pids, 3);
    }

    @Test
    void killsTheWholeTreeWhenItIsInterrupted() throws Exception {
        Path pids = directory.resolve("pids");
        CommandStep endless = shell("echo $$ >> %1$s; sleep 313 & echo $! >> %1$s; yes".formatted(pids));
        FutureTask<StepEnd> running = new FutureTask<>(() -> run(endless, Values.NONE, AMPLE));
        Thread caller = Thread.startVirtualThread(running);
        await().until(() -> live.length() > 100_000 && Files.readAllLines(pids).size() == 2);

        caller.interrupt();

        assertThatThrownBy(running::get).hasCauseInstanceOf(InterruptedException.class);
        assertAllDead(pids, 2);
    }

    @Test
    void leavesAloneWhatACommandHasStarted() throws Exception {
        Path pids = directory.resolve("pids");

        StepEnd end = run(shell("sleep 314 & echo $! >> %s; echo started".formatted(pids)), Values.NONE, AMPLE);

        assertThat(end).isEqualTo(new StepEnd(Outcome.SUCCEEDED, "exit code 0", "started\n"));
        ProcessHandle server =
                ProcessHandle.of(Long.parseLong(Files.readString(pids).strip())).orElseThrow();
        assertThat(server.isAlive()).isTrue();
        server.destroyForcibly();
    }

    private StepEnd run(CommandStep step, Values values, Duration timeout) throws Exception {
        CommandStep here = new CommandStep(
                step.argv(), step.shell(), step.environment(), step.directory().or(() -> Optional.of(directory)));
        return performer.perform(here, values, timeout, live::append);
    }

    private static CommandStep plain(String... argv) {
        return new CommandStep(
                Arrays.stream(argv)
                        .map(word -> Texts.text(word, Language.ARGUMENT))
                        .toList(),
                false,
                Map.of(),
                Optional.empty());
    }

    private static CommandStep shell(String line) {
        return new CommandStep(List.of(Texts.text(line, Language.SHELL)), true, Map.of(), Optional.empty());
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
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
}
