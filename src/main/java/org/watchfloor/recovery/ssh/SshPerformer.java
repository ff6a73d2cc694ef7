package org.watchfloor.recovery.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepPerformer;
import org.watchfloor.recovery.output.Capture;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Values;
import org.watchfloor.ssh.SshTarget;

/** Runs commands and scripts on hosts. Thread safe. */
public final class SshPerformer implements StepPerformer<SshStep> {
    private final RemoteShell shell;

    public SshPerformer(RemoteShell shell) {
        this.shell = shell;
    }

    @Override
    public Class<SshStep> specType() {
        return SshStep.class;
    }

    @Override
    public StepEnd perform(SshStep step, Values values, Duration timeout, Consumer<String> live)
            throws InterruptedException, NotRendered {
        SshTarget target = step.remote().target(values);
        String line = step.line(values).open();
        Optional<String> input = input(step.script());
        return input.isPresent()
                ? shell.run(target, line, input.get(), timeout, new Capture(values, live))
                : StepEnd.failed("not started: the script "
                        + step.script().map(Path::toString).orElse("") + " cannot be read");
    }

    private static Optional<String> input(Optional<Path> script) {
        try {
            return Optional.of(script.isPresent() ? Files.readString(script.get()) : "");
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
