@NullMarked
package org.watchfloor.alert.calendar.ical;

import org.jspecify.annotations.NullMarked;
