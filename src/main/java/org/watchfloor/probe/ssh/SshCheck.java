package org.watchfloor.probe.ssh;

import org.watchfloor.config.CheckSpec;
import org.watchfloor.probe.output.OutputSpec;
import org.watchfloor.ssh.SshTarget;

/**
 * An SSH check as the operator wrote it.
 *
 * @param command what the login shell of the remote user runs; empty with a recipe
 * @param output what the command's output means; a recipe reads its own
 */
public record SshCheck(SshTarget target, String command, Recipe recipe, OutputSpec output) implements CheckSpec {
    @Override
    public Calls calls() {
        return Calls.SSH;
    }

    @Override
    public String summary() {
        return switch (recipe) {
            case NONE -> "ssh " + target + ": " + command;
            case LINUX_VITALS -> "ssh " + target + ": linux-vitals";
        };
    }
}
