package org.watchfloor.recovery.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.watchfloor.recovery.Texts;
import org.watchfloor.recovery.command.CommandPerformer;
import org.watchfloor.recovery.command.CommandStep;
import org.watchfloor.recovery.command.LocalProcess;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Values;
import org.watchfloor.recovery.wait.WaitStep;

/** Who carries out which step, and that nobody breaks the caller. */
class PerformersTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final CommandStep COMMAND =
            new CommandStep(List.of(Texts.text("echo {{value}}", Language.SHELL)), true, Map.of(), Optional.empty());

    private final Performers performers = new Performers(List.of(
            new CommandPerformer(new LocalProcess(Thread.ofPlatform().daemon().factory()))));

    @Test
    void picksByTheKindOfTheStep() throws Exception {
        assertThat(performers
                        .perform(COMMAND, Texts.value("hello"), AMPLE, _ -> {})
                        .output())
                .isEqualTo("hello\n");
    }

    @Test
    void knowsNoWayForOtherSteps() throws Exception {
        assertThat(performers.perform(new WaitStep(AMPLE), Values.NONE, AMPLE, _ -> {}))
                .isEqualTo(StepEnd.failed("no way to carry out this step here"));
    }

    @Test
    void failsWhereAValueIsMissingOrDoesNotFit() throws Exception {
        assertThat(performers.perform(COMMAND, Values.NONE, AMPLE, _ -> {}))
                .isEqualTo(StepEnd.failed("{{value}} has no value"));
        assertThat(performers.perform(COMMAND, Texts.value("a\0b"), AMPLE, _ -> {}))
                .isEqualTo(StepEnd.failed("the value of {{value}} holds a NUL character"));
    }

    @Test
    void turnsABugIntoAFailedStepWithoutItsWords() throws Exception {
        Performers buggy = new Performers(List.of(new Broken(new IllegalStateException("hunter2"))));

        assertThat(buggy.perform(COMMAND, Values.NONE, AMPLE, _ -> {}).message())
                .isEqualTo(
                        "a bug broke off the step (IllegalStateException, see the log): nobody knows how far it came");
    }

    @Test
    void letsAnInterruptThrough() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> performers.perform(COMMAND, Texts.value("x"), AMPLE, _ -> {}))
                .isInstanceOf(InterruptedException.class);
    }

    private record Broken(RuntimeException bug) implements StepPerformer<CommandStep> {
        @Override
        public Class<CommandStep> specType() {
            return CommandStep.class;
        }

        @Override
        public StepEnd perform(CommandStep step, Values values, Duration timeout, Consumer<String> live) {
            throw bug;
        }
    }
}
