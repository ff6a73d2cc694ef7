package org.watchfloor.probe.http;

import java.util.Optional;
import org.watchfloor.probe.net.Expression;

/**
 * What to do with a redirect (RFC 9110, 15.4).
 *
 * @param follow default true
 * @param limit most redirects in a row, 1 to 20, default 5
 * @param expectLocation must be found in the Location header; only when redirects are not followed
 */
public record Redirects(boolean follow, int limit, Optional<Expression> expectLocation) {
    public static final int DEFAULT_LIMIT = 5;
    public static final Redirects DEFAULT = new Redirects(true, DEFAULT_LIMIT, Optional.empty());
}
