package org.watchfloor.engine;

/** Breakers as people deal with them: what they can do, and how breakers stood. Both are safe for many threads. */
public record GateDesk(GateOperations operations, GateHistory history) {}
