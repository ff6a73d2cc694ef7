@NullMarked
package org.watchfloor.alert.calendar;

import org.jspecify.annotations.NullMarked;
