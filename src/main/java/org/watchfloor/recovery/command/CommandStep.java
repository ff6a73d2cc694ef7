package org.watchfloor.recovery.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Rendered;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;

/**
 * A command on this machine; it has succeeded when it ends with exit code 0. It gets the small clean environment that
 * command checks have.
 *
 * @param argv the command and its arguments, at least one; with a shell exactly one, the command line
 * @param shell whether {@code /bin/sh -c} reads the command line; default false
 * @param environment what is added to the clean environment
 * @param directory working directory; default: the one that Watchfloor runs in
 */
public record CommandStep(
        List<Template> argv, boolean shell, Map<String, Template> environment, Optional<Path> directory)
        implements StepSpec {
    public CommandStep {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    @Override
    public String summary() {
        return "run " + argv.stream().map(Template::written).collect(Collectors.joining(" "));
    }

    /** The process to start, each argument as it goes to it. */
    public List<Rendered> arguments(Values values) throws NotRendered {
        List<Rendered> arguments = new ArrayList<>();
        if (shell) {
            arguments.add(Rendered.of("/bin/sh"));
            arguments.add(Rendered.of("-c"));
        }
        for (Template argument : argv) {
            arguments.add(argument.render(values));
        }
        return arguments;
    }

    @Override
    public List<Line> preview(Values values) throws NotRendered {
        List<Line> lines = new ArrayList<>();
        for (Rendered argument : arguments(values)) {
            lines.add(new Line(lines.isEmpty() ? "program" : "argument", argument));
        }
        SequencedMap<String, Template> sorted = new TreeMap<>(environment);
        for (Map.Entry<String, Template> variable : sorted.entrySet()) {
            lines.add(new Line("environment", variable.getValue().render(values).behind(variable.getKey() + "=")));
        }
        directory.ifPresent(place -> lines.add(Line.of("directory", place.toString())));
        return lines;
    }
}
