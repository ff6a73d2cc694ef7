package org.watchfloor.recovery.restart;

import java.util.List;
import java.util.Optional;
import org.watchfloor.recovery.ssh.Remote;
import org.watchfloor.recovery.step.Step;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;
import org.watchfloor.recovery.step.StepsReader;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Template;

/** Reads the {@code restart:} section of a step. */
public final class RestartStepType implements StepType<RestartStep> {
    private final StepsReader parts;

    /** @param parts the kinds that the steps before the restart may be */
    public RestartStepType(List<? extends StepType<?>> parts) {
        this.parts = new StepsReader(parts);
    }

    @Override
    public String key() {
        return "restart";
    }

    @Override
    public Class<RestartStep> specType() {
        return RestartStep.class;
    }

    @Override
    public RestartStep read(StepNode step) {
        Template unit = step.requiredText("unit", "the systemd unit, such as nginx.service", Language.UNIT);
        Optional<Remote> remote = step.node()
                .section("ssh", "where it is restarted; on this machine without it")
                .map(section -> Remote.read(new StepNode(section, step.vocabulary(), step.known())));
        boolean sudo = step.node()
                .key("sudo", "whether sudo -n stands before systemctl; default true")
                .flag(true);
        List<Step> drain = parts.read(
                step.node(), "drain", "steps that take the load away first", step.vocabulary(), step.known());
        return new RestartStep(unit, remote, sudo, drain);
    }
}
