package org.watchfloor.ui.filter;

import java.util.Locale;
import java.util.Optional;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.engine.Marks;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;

/** One check with all that a filter may ask about it. */
public record Subject(Host host, Check check, CheckHealth health, Marks marks) {
    /** The kind of check as in its YAML section; specs are named after it: {@code HttpCheck} is {@code http}. */
    String type() {
        String name = check.spec().getClass().getSimpleName();
        return (name.endsWith("Check") ? name.substring(0, name.length() - "Check".length()) : name)
                .toLowerCase(Locale.ROOT);
    }

    Optional<Reason> reason() {
        return health.last().flatMap(result -> switch (result.outcome()) {
            case Outcome.Up _ -> Optional.empty();
            case Outcome.Degraded degraded -> Optional.of(degraded.reason());
            case Outcome.Down down -> Optional.of(down.reason());
            case Outcome.Unknown unknown -> Optional.of(unknown.reason());
        });
    }
}
