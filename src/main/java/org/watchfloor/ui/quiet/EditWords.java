package org.watchfloor.ui.quiet;

import java.util.List;
import java.util.stream.Collectors;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Edited;
import org.watchfloor.config.EntryProblem;

/** What the editor answered, for people. Pure functions. */
final class EditWords {
    private EditWords() {}

    /** What kept a change from being made, as it is told of a file; empty if nothing did. */
    static String trouble(Edited outcome) {
        return switch (outcome) {
            case Edited.Done _ -> "";
            case Edited.Invalid(List<EntryProblem> problems) ->
                "Nothing was changed:\n"
                        + problems.stream()
                                .map(EntryProblem::problem)
                                .map(ConfigProblem::toString)
                                .collect(Collectors.joining("\n"));
            case Edited.Refused refused -> "Nothing was changed: " + refused.sentence();
        };
    }
}
