package org.watchfloor.recovery.action;

import java.time.Instant;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.ServiceId;

/**
 * From then on the console's own calls to a service go to another instance.
 *
 * @param id grows with time
 * @param to the instance; the calls go to its host
 * @param action that moved it
 */
public record ServiceMove(long id, Instant at, ServiceId service, CheckId to, ActionId action) {}
