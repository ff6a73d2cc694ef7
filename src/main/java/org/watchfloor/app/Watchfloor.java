package org.watchfloor.app;

import java.time.ZoneId;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Starts Watchfloor. Does not extend JavaFX's Application, so that it runs from a class path and without a screen. */
public final class Watchfloor {
    private Watchfloor() {}

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new RunCommand(Toolkit.ahead(arguments)))
                .addSubcommand(new ValidateCommand())
                .addSubcommand(new ProbeCommand())
                .addSubcommand(new SchemaCommand())
                .addSubcommand(new WhyCommand(ZoneId.systemDefault(), System.getenv()))
                .addSubcommand(new BacktestCommand(ZoneId.systemDefault(), System.getenv()))
                .addSubcommand(new HygieneCommand(System.getenv()))
                .addSubcommand(new NotifyCommand())
                .addSubcommand(new MaintenanceCommand())
                .addSubcommand(new CommandLine(new RunbookCommand())
                        .addSubcommand(new RunbookDryRunCommand(System.getenv()))
                        .addSubcommand(new RunbookRunCommand(System.getenv()))
                        .addSubcommand(new RunbookRollbackCommand(System.getenv())))
                .addSubcommand(new AutomationCommand(System.getenv()))
                .addSubcommand(new PinCommand())
                .setExecutionExceptionHandler(Watchfloor::crashed);
        System.exit(line.execute(arguments));
    }

    /** An exception that nobody expected is a bug: one sentence for the person, the trace for the log. */
    private static int crashed(Exception bug, CommandLine line, ParseResult parsed) {
        System.err.println("watchfloor: stopped by a bug, " + bug + "; the log has more");
        LoggerFactory.getLogger(Watchfloor.class).error("stopped by a bug", bug);
        return line.getCommandSpec().exitCodeOnExecutionException();
    }
}
