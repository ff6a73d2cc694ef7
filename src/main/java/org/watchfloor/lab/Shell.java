package org.watchfloor.lab;

import java.util.function.Function;

/** The commands that the SSH servers of the lab know by heart. Thread-safe. */
final class Shell implements Function<String, CommandAnswer> {
    private final LinuxMachine machine;

    Shell(LinuxMachine machine) {
        this.machine = machine;
    }

    @Override
    public CommandAnswer apply(String command) {
        return switch (command) {
            case "true" -> CommandAnswer.ok("");
            case "uptime" -> CommandAnswer.ok(machine.uptime());
            // how the recipe linux-vitals begins; its script, which comes by standard input, is not read
            case "sh -s" -> CommandAnswer.ok(machine.vitals());
            case "replication" -> CommandAnswer.ok("state=streaming\nlag_seconds=0.4\nstandbys=2\n");
            case "check_disk" -> CommandAnswer.ok("DISK OK - free space: /srv 61 GiB (58%) | /srv=44GiB;84;99;0;105\n");
            case "check_backup" ->
                CommandAnswer.ok("BACKUP OK - last backup 3 h ago | age=10800s;93600;180000;0 size=7340032KB\n");
            default -> CommandAnswer.notFound(command);
        };
    }
}
