package org.watchfloor.ui.recovery;

import java.util.Optional;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.action.AutomationMove;

/**
 * What may be done, of the whole console or of a service with a level of its own. Immutable.
 *
 * @param service empty: the whole console
 * @param level in words
 * @param move the newest one; empty if nobody has ever set it
 */
record AutomationLine(Optional<ServiceId> service, String level, Optional<AutomationMove> move) {}
