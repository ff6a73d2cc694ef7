package org.watchfloor.app;

import picocli.CommandLine.Command;

/** {@code watchfloor notify}: what concerns the channels by which people are told. */
@Command(
        name = "notify",
        mixinStandardHelpOptions = true,
        subcommands = NotifyTestCommand.class,
        description = "Tries the channels by which people are told.")
final class NotifyCommand {}
