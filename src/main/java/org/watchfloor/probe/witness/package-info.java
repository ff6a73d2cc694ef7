/** Asks who vouches for this machine's own network: its interfaces, its gateway, services outside. */
@NullMarked
package org.watchfloor.probe.witness;

import org.jspecify.annotations.NullMarked;
