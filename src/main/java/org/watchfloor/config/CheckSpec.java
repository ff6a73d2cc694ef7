package org.watchfloor.config;

/** What to look at and what to expect, as the operator wrote it; one record for each kind of probe. */
public interface CheckSpec {
    /** One line for the operator: {@code GET https://intranet/health}. */
    String summary();
}
