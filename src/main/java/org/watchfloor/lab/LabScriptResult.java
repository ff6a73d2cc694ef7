package org.watchfloor.lab;

import java.util.List;
import org.watchfloor.config.ConfigProblem;

/** What became of a script: something to play, or everything that is wrong with it. Immutable. */
public sealed interface LabScriptResult {
    /** Free of problems. */
    record Parsed(LabScript script) implements LabScriptResult {}

    /** @param problems at least one, in the order of the lines */
    record Rejected(List<ConfigProblem> problems) implements LabScriptResult {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
