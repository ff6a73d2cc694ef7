/** iCalendar (RFC 5545): maintenance and shifts as a text that calendars read, and back. */
@NullMarked
package org.watchfloor.alert.calendar.ical;

import org.jspecify.annotations.NullMarked;
