package org.watchfloor.probe.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.ProbeType;
import org.watchfloor.probe.output.OutputFormat;
import org.watchfloor.probe.output.OutputSpec;

/**
 * Reads the {@code command:} section. A command gets a small clean environment: {@code PATH} (the usual directories and
 * those of the monitoring plugins), {@code HOME}, {@code USER}, {@code LANG=C} and {@code LC_ALL=C}, on Windows
 * {@code SystemRoot} and {@code TEMP} too; nothing else of Watchfloor's own environment, which may hold secrets.
 */
public final class CommandProbeType implements ProbeType<CommandCheck> {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final ThreadFactory readers;

    /**
     * @param readers makes the two threads that read the output of each running command; platform threads are meant,
     *     because reading a pipe blocks the carrier of a virtual one
     */
    public CommandProbeType(ThreadFactory readers) {
        this.readers = readers;
    }

    @Override
    public String key() {
        return "command";
    }

    @Override
    public Class<CommandCheck> specType() {
        return CommandCheck.class;
    }

    @Override
    public CommandCheck read(ConfigNode node) {
        List<String> argv = node.key(
                        "argv", "the command and its arguments, such as [check_ping, -H, \"{host.address}\"]")
                .texts();
        boolean shell = node.key("shell", "whether /bin/sh reads argv, then one command line; default false")
                .flag(false);
        Map<String, String> written = node.key(
                        "env",
                        "variables added to the clean environment; ${NAME} as a whole value is a secret by reference")
                .textMap();
        var directory = node.key("directory", "working directory; default: the one of Watchfloor")
                .path();
        OutputSpec output = OutputSpec.read(node, OutputFormat.NAGIOS);
        checkArgv(node, argv, shell);
        Map<String, String> plain = new HashMap<>();
        Map<String, Secret> secrets = new HashMap<>();
        written.forEach((name, value) -> sort(node, name, value, plain, secrets));
        return new CommandCheck(argv, shell, plain, secrets, directory, output);
    }

    @Override
    public Probe open(CommandCheck spec) {
        return new CommandProbe(spec, readers);
    }

    @Override
    public Optional<Ladder> ladder(CommandCheck spec) {
        return Optional.of(new CommandLadder(spec, open(spec)));
    }

    private static void checkArgv(ConfigNode node, List<String> argv, boolean shell) {
        if (argv.isEmpty() || argv.getFirst().isBlank()) {
            node.problem("argv", "no command", "write argv: [command, argument, …]");
        } else if (shell && argv.size() > 1) {
            node.problem("argv", "a shell reads one command line", "write it as one text, or remove shell: true");
        }
        if (argv.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            node.problem("argv", "an argument holds a NUL character", "remove it");
        }
    }

    private static void sort(
            ConfigNode node, String name, String value, Map<String, String> plain, Map<String, Secret> secrets) {
        Matcher reference = REFERENCE.matcher(value);
        if (!VARIABLE.matcher(name).matches() || value.indexOf('\0') >= 0) {
            node.problem("env", "\"" + name + "\" cannot be set", "use letters, digits and underscores in the name");
        } else if (reference.matches()) {
            secrets.put(name, new Secret.Variable(reference.group(1)));
        } else {
            plain.put(name, value);
        }
    }
}
