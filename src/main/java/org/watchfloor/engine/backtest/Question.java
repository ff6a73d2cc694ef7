package org.watchfloor.engine.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.config.Site;

/**
 * What is to be found out.
 *
 * @param site whose checks the rule looks at, as they are configured now
 * @param rule saved or a draft; looked at even if it is switched off
 * @param saved the version to compare with; empty if the rule is new, or is the saved one itself
 * @param from begin of the span
 * @param to end of the span, excluded
 */
public record Question(Site site, AlertRule rule, Optional<AlertRule> saved, Instant from, Instant to) {
    /** How far a back-test looks back if nobody says otherwise. */
    public static final Duration USUAL = Duration.ofDays(30);

    /** The rule that stands in the site's configuration, over the last time. */
    public static Question ofSaved(Site site, AlertRule rule, Instant now, Duration since) {
        return new Question(site, rule, Optional.empty(), now.minus(since), now);
    }

    /** A draft, against the saved rule of the same id if there is one. */
    public static Question ofDraft(Site site, AlertRule draft, Optional<AlertRule> saved, Instant now, Duration since) {
        return new Question(site, draft, saved, now.minus(since), now);
    }
}
