package org.watchfloor.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A check changed its shown state. Transitions are numbered without gaps in the order in which the engine decided them.
 *
 * @param hard the hard state after it; {@link State#UNKNOWN} before the first hard result
 * @param reason empty when the new state is up, or a person caused it
 * @param message what the operator reads: the probe's message, or who paused it
 */
public record Transition(
        long id,
        CheckId check,
        Instant at,
        State from,
        State to,
        State hard,
        Optional<Reason> reason,
        String message) {}
