package org.watchfloor.recovery.action;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.model.Actor;
import org.watchfloor.model.ServiceId;

/**
 * Somebody, or the console itself, set what may be done from then on: the newest one of a service counts, and the newest
 * one without a service for all others.
 *
 * @param id grows with time
 * @param service empty: the whole console
 * @param level empty: the service is as the whole console again
 * @param stopped the kill switch: while it is on, no action begins, whoever asks for it; only of the whole console
 * @param by whose hand it was; empty if the console did it by itself
 */
public record AutomationMove(
        long id,
        Instant at,
        Optional<ServiceId> service,
        Optional<AutomationLevel> level,
        boolean stopped,
        Optional<Actor> by,
        String why) {}
