package org.watchfloor.engine.backtest;

import java.util.Set;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.config.Site;
import org.watchfloor.model.CheckId;

/** Which checks a rule looks at, found as the engine finds them. Stateless. */
public final class Coverage {
    private Coverage() {}

    public static Set<CheckId> of(Site site, AlertRule rule) {
        return Set.copyOf(Scope.of(site, rule).subjects().keySet());
    }
}
