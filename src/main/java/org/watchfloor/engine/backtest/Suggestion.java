package org.watchfloor.engine.backtest;

import java.time.Duration;
import java.util.Optional;

/**
 * How the rule could be better.
 *
 * @param when the condition with another limit; empty if none is suggested
 * @param hold another {@code for}; empty if none is suggested
 * @param sentence what it rests on, or why there is none
 */
public record Suggestion(Optional<String> when, Optional<Duration> hold, String sentence) {}
