package org.watchfloor.alert.calendar;

/**
 * Somebody takes over for a while, whoever's turn it is.
 *
 * @param reason for the operators; may be empty
 */
public record StandIn(String who, Span span, String reason) {}
