package org.watchfloor.config;

import java.util.List;

/** What became of a configuration directory: a site, or everything that is wrong with it. Immutable. */
public sealed interface ConfigResult {
    /** Free of problems. */
    record Loaded(Site site) implements ConfigResult {}

    /** @param problems at least one, sorted by place */
    record Rejected(List<ConfigProblem> problems) implements ConfigResult {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
