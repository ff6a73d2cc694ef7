package org.watchfloor.recovery.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Template;

/** Reads the {@code command:} section of a step. */
public final class CommandStepType implements StepType<CommandStep> {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");

    @Override
    public String key() {
        return "command";
    }

    @Override
    public Class<CommandStep> specType() {
        return CommandStep.class;
    }

    @Override
    public CommandStep read(StepNode step) {
        ConfigNode node = step.node();
        boolean shell = node.key("shell", "whether /bin/sh reads argv, then one command line; default false")
                .flag(false);
        List<Template> argv = step.texts(
                "argv",
                "the command and its arguments; each {{placeholder}} stays in its argument",
                shell ? Language.SHELL : Language.ARGUMENT);
        Map<String, Template> environment =
                step.textMap("env", "variables added to the clean environment", Language.ENVIRONMENT);
        Optional<Path> directory = node.key("directory", "working directory; default: the one of Watchfloor")
                .path();
        checkArgv(node, argv, shell);
        environment.forEach((name, value) -> checkVariable(node, name, value));
        return new CommandStep(argv, shell, environment, directory);
    }

    private static void checkArgv(ConfigNode node, List<Template> argv, boolean shell) {
        if (argv.isEmpty() || argv.getFirst().written().isBlank()) {
            node.problem("argv", "no command", "write argv: [command, argument, …]");
        } else if (shell && argv.size() > 1) {
            node.problem("argv", "a shell reads one command line", "write it as one text, or remove shell: true");
        } else if (!shell && argv.getFirst().hasPlaceholders()) {
            node.problem("argv", "a placeholder would choose the program that runs", "write its name out");
        }
        if (argv.stream().anyMatch(argument -> argument.written().indexOf('\0') >= 0)) {
            node.problem("argv", "an argument holds a NUL character", "remove it");
        }
    }

    private static void checkVariable(ConfigNode node, String name, Template value) {
        if (!VARIABLE.matcher(name).matches() || value.written().indexOf('\0') >= 0) {
            node.problem("env", "\"" + name + "\" cannot be set", "use letters, digits and underscores in the name");
        } else if (REFERENCE.matcher(value.written()).matches()) {
            node.problem(
                    "env",
                    "\"" + value + "\" is not looked up here",
                    "declare it below secrets: of the runbook and write {{secret.NAME}}");
        }
    }
}
