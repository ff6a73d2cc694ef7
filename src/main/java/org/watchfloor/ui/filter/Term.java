package org.watchfloor.ui.filter;

import java.time.Instant;

/** One condition of a filter. */
@FunctionalInterface
interface Term {
    boolean matches(Subject subject, Instant now);

    default Term negated() {
        return (subject, now) -> !matches(subject, now);
    }
}
