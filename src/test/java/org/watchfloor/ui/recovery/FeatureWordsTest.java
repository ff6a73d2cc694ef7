package org.watchfloor.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.watchfloor.config.Features;

class FeatureWordsTest {
    @Test
    void nothingIsSaidWhileAllIsOn() {
        assertThat(FeatureWords.off(Features.ALL)).isEmpty();
    }

    @Test
    void saysWhatFollowsAndWhereToChangeIt() {
        assertThat(FeatureWords.off(new Features(true, false, true, false, true)))
                .isEqualTo("Recovery is switched off: nothing begins by itself, whatever the level."
                        + " Failover is switched off: no runbook that moves a service begins."
                        + " Change that below features: in the configuration.");
    }

    @Test
    void theMetricsPageIsNoMatterOfRecovery() {
        assertThat(FeatureWords.off(new Features(true, true, true, true, false)))
                .isEmpty();
    }
}
