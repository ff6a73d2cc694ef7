package org.watchfloor.engine;

/** Failures and what was done about them, as people ask for them. All are safe for many threads. */
public record RecoveryDesk(ActionOperations operations, FailureHistory failures, ActionHistory actions) {}
