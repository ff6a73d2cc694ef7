package org.watchfloor.ui.recovery;

import org.watchfloor.model.State;
import org.watchfloor.recovery.failure.Target;

/**
 * A check that a runbook can be begun for. Immutable.
 *
 * @param words what is the matter with it; empty if nothing is
 */
record TargetLine(Target target, State state, String words) {}
