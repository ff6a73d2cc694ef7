package org.watchfloor.ui.shell;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import org.watchfloor.model.Actor;
import org.watchfloor.ui.fx.Formats;

/**
 * Where and for whom the console runs.
 *
 * @param operator in whose name commands are given
 * @param background at least two threads for what must not hold the FX thread: sounds, preferences, the watchdog
 */
public record Surroundings(InstantSource clock, Formats formats, Actor operator, ScheduledExecutorService background) {}
