package org.watchfloor.app;

import picocli.CommandLine.Command;

/** {@code watchfloor maintenance}: planned work as a calendar. */
@Command(
        name = "maintenance",
        mixinStandardHelpOptions = true,
        subcommands = {MaintenanceExportCommand.class, MaintenanceImportCommand.class},
        description = "Planned work as a calendar (iCalendar), out of the configuration and into it.")
final class MaintenanceCommand {}
