package org.watchfloor.ui.recovery;

import org.watchfloor.recovery.action.AutomationLevel;

/** What each automation level means for the one who sets it. */
final class LevelWords {
    private LevelWords() {}

    /** One sentence. */
    static String effect(AutomationLevel level) {
        return switch (level) {
            case SHADOW -> "Nothing is done, not even by hand; what would have begun is in the shadow report.";
            case MONITOR -> "Watchfloor proposes, a person clicks: nothing begins by itself.";
            case LIMITED -> "Runbooks marked safe begin by themselves, without asking; all others wait for a person.";
            case FULL ->
                "Runbooks begin by themselves, without asking, also those not marked safe; only dangerous ones and those for two persons wait.";
        };
    }
}
