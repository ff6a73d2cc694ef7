/** Starts, wires and stops everything; the only place that says {@code new} on services. */
@NullMarked
package org.watchfloor.app;

import org.jspecify.annotations.NullMarked;
