package org.watchfloor.probe.output;

/**
 * What a command left behind.
 *
 * @param cut whether it wrote more than was kept
 */
public record CommandOutput(int exit, String stdout, String stderr, boolean cut) {}
