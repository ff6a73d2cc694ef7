package org.watchfloor.recovery.ask;

import java.util.List;
import java.util.Set;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.StepSpec;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;

/**
 * A question that a person at the console has to answer; without an answer in time the step has failed.
 *
 * @param answers at least two, in the order in which they are offered
 * @param goOn those that let the runbook go on; with any other one the step has failed
 */
public record AskStep(Template question, List<String> answers, Set<String> goOn) implements StepSpec {
    public AskStep {
        answers = List.copyOf(answers);
        goOn = Set.copyOf(goOn);
    }

    @Override
    public String summary() {
        return "ask: " + question;
    }

    @Override
    public List<Line> preview(Values values) throws NotRendered {
        return List.of(
                Line.of("question", question, values),
                Line.of("answers", String.join(", ", answers)),
                Line.of("goes on with", String.join(", ", goOn.stream().sorted().toList())));
    }
}
