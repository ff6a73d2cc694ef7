package org.watchfloor.app;

import picocli.CommandLine.Command;

/** {@code watchfloor runbook}: what can be done about failures. */
@Command(
        name = "runbook",
        mixinStandardHelpOptions = true,
        subcommands = {RunbookListCommand.class, RunbookShowCommand.class},
        description =
                "Shows the runbooks of the configuration, what each would do now, and has one carried out or undone.")
final class RunbookCommand {}
