package org.watchfloor.ui.tray;

import org.watchfloor.model.State;

/**
 * What the icon tells.
 *
 * @param worst the worst state of all
 * @param text {@code 2 hosts down, 1 unacknowledged}
 */
public record TrayStatus(State worst, String text) {}
