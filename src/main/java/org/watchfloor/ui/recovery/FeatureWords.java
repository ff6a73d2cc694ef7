package org.watchfloor.ui.recovery;

import java.util.ArrayList;
import java.util.List;
import org.watchfloor.config.Features;

/** What follows from what the configuration switches off. */
final class FeatureWords {
    private FeatureWords() {}

    /** A sentence for each of those that matter to recovery; empty if all of them are on. */
    static String off(Features features) {
        List<String> sentences = new ArrayList<>();
        if (!features.recovery()) {
            sentences.add("Recovery is switched off: nothing begins by itself, whatever the level.");
        }
        if (!features.retries()) {
            sentences.add("Retries are switched off: no runbook with a retry step begins.");
        }
        if (!features.failover()) {
            sentences.add("Failover is switched off: no runbook that moves a service begins.");
        }
        if (!features.breakers()) {
            sentences.add("Breakers are switched off: what has not helped again and again is tried again.");
        }
        return sentences.isEmpty()
                ? ""
                : String.join(" ", sentences) + " Change that below features: in the configuration.";
    }
}
