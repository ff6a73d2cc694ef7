package org.watchfloor.config;

/** What kind of part a service plays. */
public enum ServiceType {
    API,
    WORKER,
    SCHEDULER,
    DATABASE,
    CACHE,
    QUEUE,
    GATEWAY,
    UI
}
