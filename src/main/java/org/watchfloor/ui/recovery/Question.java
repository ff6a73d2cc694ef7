package org.watchfloor.ui.recovery;

import java.util.List;
import java.util.Optional;
import org.watchfloor.engine.Running;
import org.watchfloor.recovery.action.Script;
import org.watchfloor.recovery.action.Stage;
import org.watchfloor.recovery.ask.AskStep;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.ui.detail.SafeText;

/** What an action asks a person, and what can be answered. Immutable. */
record Question(String text, List<String> answers) {
    private static final int LONGEST = 1_000;

    Question {
        answers = List.copyOf(answers);
    }

    /** Empty while it asks nothing. */
    static Optional<Question> of(Running running) {
        return running.action().stage() instanceof Stage.Stepping at ? of(running.script(), at) : Optional.empty();
    }

    private static Optional<Question> of(Script script, Stage.Stepping at) {
        return script.of(at.part()).stream()
                .skip(at.index())
                .limit(1)
                .map(line -> line.step().spec())
                .filter(AskStep.class::isInstance)
                .map(AskStep.class::cast)
                .map(ask -> new Question(SafeText.line(text(ask, script), LONGEST), ask.answers()))
                .findFirst();
    }

    private static String text(AskStep ask, Script script) {
        try {
            return ask.question().render(script.values()).shown();
        } catch (NotRendered _) {
            return ask.question().written();
        }
    }
}
