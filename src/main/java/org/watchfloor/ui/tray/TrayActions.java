package org.watchfloor.ui.tray;

/**
 * What can be done from the tray. Nothing is acknowledged there: nobody should take what they have not seen. Called on
 * the FX thread.
 *
 * @param open brings the window to the front
 * @param showMissed the same, with what happened while nobody was there
 * @param quit ends the program as closing the window does
 */
public record TrayActions(Runnable open, Runnable showMissed, Runnable quit) {}
