package org.watchfloor.recovery.ssh;

import java.nio.file.Path;
import java.util.Optional;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Template;

/** Reads the {@code ssh:} section of a step. */
public final class SshStepType implements StepType<SshStep> {
    @Override
    public String key() {
        return "ssh";
    }

    @Override
    public Class<SshStep> specType() {
        return SshStep.class;
    }

    @Override
    public SshStep read(StepNode step) {
        Remote remote = Remote.read(step);
        Optional<Template> command = step.text(
                "command", "what the login shell runs; a {{placeholder}} becomes one quoted word", Language.SHELL);
        Optional<Path> script = step.node()
                .key("script", "a file beside the configuration that /bin/sh reads there; without placeholders")
                .path();
        Optional<Template> arguments = step.text(
                "arguments", "words behind the script, as in a shell; {{placeholders}} are quoted", Language.SHELL);
        step.oneOf("an ssh step runs one command or one script", "command", "script");
        if (arguments.isPresent() && script.isEmpty()) {
            step.node().problem("arguments", "there is no script to give them to", "write them into command:");
        }
        Template none = Template.parse("", Language.SHELL, step.vocabulary()).template();
        return new SshStep(remote, command.or(() -> arguments).orElse(none), script);
    }
}
