package org.watchfloor.web;

import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.notify.Channels;

/** What the configuration in force says about alerts. Safe for many threads. */
record Policies(Snapshots snapshots) {
    AlertPolicy alerts() {
        return snapshots.current().site().section(AlertPolicy.class).orElse(AlertPolicy.NONE);
    }

    Channels channels() {
        return snapshots.current().site().section(Channels.class).orElse(Channels.NONE);
    }
}
