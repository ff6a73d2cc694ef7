/** A small real network on loopback with faults on demand: for the demo, game days and tests. */
@NullMarked
package org.watchfloor.lab;

import org.jspecify.annotations.NullMarked;
