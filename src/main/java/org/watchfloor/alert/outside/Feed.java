package org.watchfloor.alert.outside;

import java.time.Duration;

/** By which protocol an alert is reported, which says how often it comes again. */
public enum Feed {
    /** The webhook of an Alertmanager, version 4: told at the begin, at the end, and at its repeat interval. */
    WEBHOOK {
        @Override
        Duration timeout(OutsidePolicy policy) {
            return policy.webhookTimeout();
        }
    },
    /** What a Prometheus posts to its Alertmanagers: told again and again while the alert goes on. */
    POSTS {
        @Override
        Duration timeout(OutsidePolicy policy) {
            return policy.resolveTimeout();
        }
    };

    /** How long an alert goes on that is not reported again. */
    abstract Duration timeout(OutsidePolicy policy);
}
