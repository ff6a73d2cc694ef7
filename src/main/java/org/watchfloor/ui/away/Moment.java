package org.watchfloor.ui.away;

import java.time.Instant;

/**
 * Something that happened at one time and can be missed: a begin, an end, a page.
 *
 * @param key names it for ever, without blanks: {@code alert-41-over}
 */
record Moment(String key, Instant at) {}
