package org.watchfloor.engine;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.watchfloor.model.Waiter;
import org.watchfloor.notify.Notifiers;
import org.watchfloor.recovery.action.Performer;

/**
 * What the engine needs of the program around it.
 *
 * @param waiters makes a new waiter for each loop
 * @param lifecycle how the steps of the program's start are doing, for the figures
 * @param notifiers the kinds of channels
 * @param witnessing asks the witnesses of the own network
 * @param recordings where the past is read back from that rules look back on
 * @param performer carries out the steps of runbooks that reach into the world
 */
public record Surroundings(
        InstantSource clock,
        Supplier<Waiter> waiters,
        Supplier<List<EngineFigures.Step>> lifecycle,
        Notifiers notifiers,
        Witnessing witnessing,
        Recordings recordings,
        Performer performer) {}
