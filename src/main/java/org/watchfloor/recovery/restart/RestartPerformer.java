package org.watchfloor.recovery.restart;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepPerformer;
import org.watchfloor.recovery.command.Launch;
import org.watchfloor.recovery.command.LocalProcess;
import org.watchfloor.recovery.output.Capture;
import org.watchfloor.recovery.ssh.RemoteShell;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Rendered;
import org.watchfloor.recovery.text.Values;

/** Restarts systemd units. What drains them first is not its part: those are steps of their own. Thread safe. */
public final class RestartPerformer implements StepPerformer<RestartStep> {
    private final LocalProcess local;
    private final RemoteShell shell;

    public RestartPerformer(LocalProcess local, RemoteShell shell) {
        this.local = local;
        this.shell = shell;
    }

    @Override
    public Class<RestartStep> specType() {
        return RestartStep.class;
    }

    @Override
    public StepEnd perform(RestartStep step, Values values, Duration timeout, Consumer<String> live)
            throws InterruptedException, NotRendered {
        List<String> words = Rendered.open(step.words(values));
        Capture capture = new Capture(values, live);
        return step.remote().isPresent()
                ? shell.run(step.remote().get().target(values), String.join(" ", words), "", timeout, capture)
                : local.run(Launch.of(words), timeout, capture);
    }
}
