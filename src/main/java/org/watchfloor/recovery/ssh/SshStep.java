package org.watchfloor.recovery.ssh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Rendered;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;

/**
 * A command on a host; it has succeeded when it ends with exit code 0.
 *
 * @param command what the login shell of the remote user runs; with a script, the arguments of it
 * @param script a file beside the configuration that {@code /bin/sh} reads there; empty: only the command
 */
public record SshStep(Remote remote, Template command, Optional<Path> script) implements StepSpec {
    private static final String READ = "/bin/sh -s -- ";

    @Override
    public String summary() {
        String what =
                script.map(file -> file.getFileName() + " " + command.written()).orElse(command.written());
        return "ssh to " + remote + ": " + what.strip();
    }

    /** The command line; a script comes over its standard input. */
    public Rendered line(Values values) throws NotRendered {
        Rendered rendered = command.render(values);
        return script.isPresent() ? rendered.behind(READ) : rendered;
    }

    @Override
    public List<Line> preview(Values values) throws NotRendered {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("log in", remote.shown(values)));
        script.ifPresent(file -> lines.add(Line.of("script", file.toString())));
        lines.add(new Line("command", line(values)));
        return lines;
    }
}
