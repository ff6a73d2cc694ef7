package org.watchfloor.recovery.restart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.recovery.ssh.Remote;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.Step;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Rendered;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;

/**
 * Restarts a systemd unit.
 *
 * @param remote where; empty: on this machine
 * @param sudo whether {@code sudo -n} stands before it, which never asks for a password; default true
 * @param drain what takes the load away first
 */
public record RestartStep(Template unit, Optional<Remote> remote, boolean sudo, List<Step> drain) implements StepSpec {
    public RestartStep {
        drain = List.copyOf(drain);
    }

    @Override
    public String summary() {
        return "restart " + unit + " on " + remote.map(Remote::toString).orElse("this machine");
    }

    /** The words of the command; a unit's name needs no quotes, whoever reads it. */
    public List<Rendered> words(Values values) throws NotRendered {
        List<Rendered> words = new ArrayList<>();
        if (sudo) {
            words.add(Rendered.of("sudo"));
            words.add(Rendered.of("-n"));
        }
        words.add(Rendered.of("systemctl"));
        words.add(Rendered.of("restart"));
        words.add(Rendered.of("--"));
        words.add(unit.render(values));
        return words;
    }

    @Override
    public List<Line> preview(Values values) throws NotRendered {
        List<Line> lines = new ArrayList<>();
        for (Step step : drain) {
            lines.add(Line.of("drain", step.title()));
            lines.addAll(step.spec().preview(values));
        }
        lines.add(Line.of("on", remote.isPresent() ? remote.get().shown(values) : "this machine"));
        List<String> words = words(values).stream().map(Rendered::shown).toList();
        lines.add(Line.of("command", String.join(" ", words)));
        return lines;
    }
}
