package org.watchfloor.recovery.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepPerformer;
import org.watchfloor.recovery.output.Capture;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Rendered;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;

/** Runs commands on this machine. Thread safe. */
public final class CommandPerformer implements StepPerformer<CommandStep> {
    private final LocalProcess local;

    public CommandPerformer(LocalProcess local) {
        this.local = local;
    }

    @Override
    public Class<CommandStep> specType() {
        return CommandStep.class;
    }

    @Override
    public StepEnd perform(CommandStep step, Values values, Duration timeout, Consumer<String> live)
            throws InterruptedException, NotRendered {
        Launch launch = new Launch(Rendered.open(step.arguments(values)), environment(step, values), step.directory());
        return local.run(launch, timeout, new Capture(values, live));
    }

    private static Map<String, String> environment(CommandStep step, Values values) throws NotRendered {
        Map<String, String> opened = new HashMap<>();
        for (Map.Entry<String, Template> variable : step.environment().entrySet()) {
            opened.put(variable.getKey(), variable.getValue().render(values).open());
        }
        return opened;
    }
}
