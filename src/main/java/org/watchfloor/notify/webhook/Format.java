package org.watchfloor.notify.webhook;

/** What is posted, unless the operator writes a body. */
enum Format {
    /** What an Alertmanager sends to webhooks, version 4: for whatever understands Alertmanager. */
    WEBHOOK,
    /** What a Prometheus posts to its Alertmanagers, API version 2: for an Alertmanager itself. */
    ALERTMANAGER
}
