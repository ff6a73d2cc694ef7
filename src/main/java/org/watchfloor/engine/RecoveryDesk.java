package org.watchfloor.engine;

/** Failures and what was done about them, as people ask for them. Both are safe for many threads. */
public record RecoveryDesk(FailureHistory failures, ActionHistory actions) {}
