package org.watchfloor.alert.outside;

import java.time.Duration;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.SectionReader;
import org.watchfloor.config.SiteNode;

/** Reads {@code outside:}. Stateless. */
public final class OutsidePolicyReader implements SectionReader<OutsidePolicy> {
    @Override
    public Class<OutsidePolicy> type() {
        return OutsidePolicy.class;
    }

    @Override
    public OutsidePolicy read(SiteNode site) {
        return site.only("outside", "alerts that other programs report; in one file only")
                .map(OutsidePolicyReader::policy)
                .orElse(OutsidePolicy.DEFAULT);
    }

    private static OutsidePolicy policy(ConfigNode node) {
        return new OutsidePolicy(
                node.key(
                                "resolve-timeout",
                                "when an alert ends that Prometheus does not post again, 1m to 1d; 5m by default")
                        .duration(OutsidePolicy.DEFAULT.resolveTimeout(), Duration.ofMinutes(1), Duration.ofDays(1)),
                node.key(
                                "webhook-timeout",
                                "when an alert ends that an Alertmanager does not send again, 5m to 60d, more than its"
                                        + " repeat_interval; 24h by default")
                        .duration(OutsidePolicy.DEFAULT.webhookTimeout(), Duration.ofMinutes(5), Duration.ofDays(60)));
    }
}
