package org.watchfloor.alert.outside;

import java.time.Duration;

/**
 * How long alerts of other programs go on that are not reported again.
 *
 * @param resolveTimeout for what is posted as Prometheus does, unless the sender names the end: 1 minute to 1 day, default
 *     5 minutes; after a restart or a time without observation every alert has at least so long
 * @param webhookTimeout for what comes by an Alertmanager's webhook; longer than its repeat interval: 5 minutes to 60
 *     days, default 24 hours
 */
public record OutsidePolicy(Duration resolveTimeout, Duration webhookTimeout) {
    public static final OutsidePolicy DEFAULT = new OutsidePolicy(Duration.ofMinutes(5), Duration.ofHours(24));
}
