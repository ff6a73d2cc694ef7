package org.watchfloor.recovery.ask;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Template;

/** Reads the {@code ask:} section of a step; how long it waits is the timeout of the step. */
public final class AskStepType implements StepType<AskStep> {
    private static final List<String> YES_OR_NO = List.of("yes", "no");
    private static final int LONGEST = 60;

    @Override
    public String key() {
        return "ask";
    }

    @Override
    public Class<AskStep> specType() {
        return AskStep.class;
    }

    @Override
    public AskStep read(StepNode step) {
        ConfigNode node = step.node();
        Template question = step.requiredText("question", "what a person has to decide", Language.PLAIN);
        List<String> answers = node.key("answers", "what can be answered; yes and no by default")
                .texts(YES_OR_NO);
        List<String> goOn = node.key("go-on", "answers that let the runbook go on; the first one by default")
                .texts(answers.stream().limit(1).toList());
        Set<String> distinct = new LinkedHashSet<>(answers);
        if (distinct.size() < 2 || distinct.size() < answers.size()) {
            node.problem("answers", "there is nothing to choose between", "write two or more different answers");
        }
        if (answers.stream().anyMatch(answer -> answer.isBlank() || answer.length() > LONGEST)) {
            node.problem("answers", "an answer does not fit on a button", "write 1 to " + LONGEST + " characters");
        }
        goOn.stream()
                .filter(answer -> !distinct.contains(answer))
                .forEach(answer -> node.unknown("go-on", "answer", answer, distinct));
        return new AskStep(question, answers, Set.copyOf(goOn));
    }
}
