package org.watchfloor.probe.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.Secret;
import org.watchfloor.probe.output.OutputSpec;

/**
 * A command check as the operator wrote it.
 *
 * @param argv the command and its arguments, at least one; with a shell exactly one, the command line
 * @param shell whether {@code /bin/sh -c} reads the command line; default false
 * @param environment what is added to the clean environment of {@link CommandProbeType}
 * @param secrets the same for values that are looked up at the moment of use
 * @param directory working directory; default: the one that Watchfloor runs in
 */
public record CommandCheck(
        List<String> argv,
        boolean shell,
        Map<String, String> environment,
        Map<String, Secret> secrets,
        Optional<Path> directory,
        OutputSpec output)
        implements CheckSpec {
    public CommandCheck {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        secrets = Map.copyOf(secrets);
    }

    @Override
    public Calls calls() {
        return Calls.NOBODY;
    }

    @Override
    public String summary() {
        return String.join(" ", argv);
    }
}
