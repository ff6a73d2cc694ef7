package org.watchfloor.ui.quiet;

import org.watchfloor.alert.Silence;

/**
 * A silence in the list. Immutable.
 *
 * @param mutes how many present alerts it matches, also while it is not in force
 * @param muted how many it has muted so far; {@code …} while that is being counted
 */
record SilenceRow(Silence silence, Phase phase, long mutes, String muted) {}
