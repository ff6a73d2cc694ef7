/**
 * Time that comes again: maintenance windows, time intervals and on-call rotas. Everything is immutable and a function
 * of the instant that is asked for.
 */
@NullMarked
package org.watchfloor.alert.calendar;

import org.jspecify.annotations.NullMarked;
