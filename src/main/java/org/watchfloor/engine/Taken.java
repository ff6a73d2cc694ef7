package org.watchfloor.engine;

/**
 * What became of a report of another program.
 *
 * @param taken alerts that are known now, or known to be over
 * @param left alerts that were not taken, because too many are alive
 */
public record Taken(int taken, int left) {}
