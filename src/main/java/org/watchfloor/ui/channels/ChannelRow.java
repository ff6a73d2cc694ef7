package org.watchfloor.ui.channels;

import org.watchfloor.model.ChannelId;

/**
 * A channel and how it does.
 *
 * @param trouble why the latest try failed; empty while all is well
 */
record ChannelRow(
        ChannelId id, String summary, String waiting, String inFlight, String state, boolean failing, String trouble) {}
